/** The steps of a user in a form that edits `CARD`. The same for every UI library. */

import assert from "node:assert/strict";
import { CARD } from "./card.mjs";
import { visit } from "./visit.mjs";

// Pickers hold local time. The cards are used in China, and so are these.
process.env.TZ = "Asia/Shanghai";

const DESKTOP = [1280, 1000];
const PHONE = [390, 844];
const LABELS = {
	title: "会员卡名称",
	phone: "服务电话",
	codeMode: "会员卡code分配类型",
	begin: "有效期开始时间",
	end: "有效期结束时间",
};
const TOO_LONG = "会员卡名称最多 10 个字，当前 11 个字";
const UNUSUAL = "服务电话不像电话号码，请核对";
const LOCKED = "该会员卡的code由微信支付系统分配，不支持修改";
const NARROWED = "可能被拒绝";
const REVERSED = "早于有效期开始时间";

/** What libraries have alike for React and for Vue. */
export const ANT_DESIGN = {
	item: ".ant-form-item",
	required: ".ant-form-item-required",
	picker: { day: ".ant-picker-cell-in-view", confirm: ".ant-picker-ok button" },
};
export const ARCO_DESIGN = {
	item: ".arco-form-item",
	picker: { day: ".arco-picker-cell-in-view", confirm: ".arco-picker-btn-confirm" },
};
export const TDESIGN = {
	item: ".t-form__item",
	required: ".t-form__label--required",
	picker: {
		day: ".t-date-picker__cell:not(.t-date-picker__cell--additional)",
		confirm: ".t-date-picker__footer .t-button",
	},
};

/**
 * Tests the page of each library, in one browser. `item` selects the elements around a label and its input, `required` what
 * marks one within, where a page has a locked field, too; `picker` the days and the button in the panel of a date picker.
 */
export function testEditors(url, editors) {
	return visit(url, async (page) => {
		await page.resize(...DESKTOP); // High enough for the panels of pickers.
		for (const [name, editor] of Object.entries(editors)) {
			try {
				await page.goto(`${url}?${name}`);
				await editCard(page, name, editor);
				await page.goto(`${url}?${name}&without-end`);
				await leaveBlank(page, editor);
			} catch (error) {
				throw new Error(`${name}: ${error.message}`, { cause: error });
			}
		}
	});
}

async function editCard(page, name, { item, required, picker }) {
	const user = userOf(page, item, picker);
	await user.sees("title", "7/10");
	await user.clickInput("title");
	await page.key("End");
	await page.type("一二三四");
	await page.key("Tab");
	await user.sees("title", TOO_LONG);
	await user.sees("title", "11/10");
	await user.enter("phone", "1");
	await user.sees("phone", UNUSUAL);
	await user.submit();
	if (required !== undefined) {
		await user.sees("codeMode", LOCKED);
		assert.ok(await user.finds("codeMode", "input:disabled, [class*=disabled]"), "the field is locked");
		assert.ok(await user.finds("end", required), "the end is required");
		assert.ok(!(await user.finds("title", required)), "the title is not");
	}
	if (picker !== undefined) {
		await changeDates(user);
	}
	await takeScreenshots(page, name);
	await user.clickInput("title");
	await page.key("End");
	await page.key("Backspace");
	await page.key("Tab");
	await user.seesNo("title", TOO_LONG);
	await user.submit();
	const bodies = await page.eventually(() => globalThis.saved);
	assert.equal(bodies.length, 1, "an error keeps it from being sent, a warning does not");
	const { date_information, ...changed } = JSON.parse(bodies[0]);
	assert.deepEqual(changed, { title: "微信支付测试卡一二三", service_phone: "1" });
	if (picker !== undefined) {
		assertDates(date_information);
	}
}

/** What is required and blank does not keep a change from being sent: on the card it is blank, too. */
async function leaveBlank(page, { item }) {
	const user = userOf(page, item);
	await user.enter("title", "会员");
	await user.sees("title", "2/10");
	await user.submit();
	assert.deepEqual(await page.eventually(() => globalThis.saved), ['{"title":"会员"}']);
}

/** Into a folder that the environment names, to be looked at. */
async function takeScreenshots(page, name) {
	const folder = process.env.SCREENSHOTS;
	if (folder !== undefined) {
		await page.screenshot(`${folder}/${name}-desktop.png`);
		await page.resize(...PHONE);
		await page.screenshot(`${folder}/${name}-phone.png`);
		await page.resize(...DESKTOP);
	}
}

async function changeDates(user) {
	await user.pick("end", "15");
	await user.sees("end", NARROWED);
	await user.seesNo("end", REVERSED);
	await user.pick("begin", "18");
	await user.sees("end", REVERSED);
	await user.pick("begin", "12");
	await user.seesNo("end", REVERSED);
}

/** The object that changed is sent whole, with what no input shows. */
function assertDates({ type, available_begin_time: begin, available_end_time: end }) {
	assert.equal(type, CARD.date_information.type);
	assert.match(begin, /^2097-01-12T\d\d:\d\d:\d\d(\.000)?\+08:00$/);
	assert.match(end, /^2097-01-15T\d\d:\d\d:\d\d(\.000)?\+08:00$/);
}

/** What a user sees and does in the items, which are named after their labels. */
function userOf(page, item, picker) {
	const eventually = (run, name, ...args) => page.eventually(run, item, LABELS[name], ...args);
	async function click(...place) {
		const at = await page.eventually(placeOf, ...place);
		await page.clickAt(at.x, at.y);
	}
	const clickInput = (name) => click(item, LABELS[name], "input");
	return {
		clickInput,
		sees: (name, text) => eventually(says, name, text),
		seesNo: (name, text) => eventually(saysNo, name, text),
		finds: (name, selector) => page.evaluate(holds, item, LABELS[name], selector),
		async enter(name, text) {
			await clickInput(name);
			await page.evaluate(() => document.activeElement.select());
			await page.type(text);
			await page.key("Tab");
		},
		async pick(name, day) {
			await clickInput(name);
			await click(picker.day, day);
			await click(picker.confirm, "");
			await page.eventually(isGone, picker.confirm);
		},
		submit: () => page.evaluate(pressSave),
	};
}

// Each of these runs in the page.

/** The middle of an element that can be clicked, or the beginning of its input, once it has stayed where it is for a while. */
function placeOf(selector, text, inside) {
	const seen = { opacityProperty: true, visibilityProperty: true };
	const isMeant = (element) => element.checkVisibility(seen) && element.textContent.includes(text);
	const found = [...document.querySelectorAll(selector)].find(isMeant);
	const meant = inside === undefined ? found : found?.querySelector(inside);
	meant?.scrollIntoView({ block: "nearest" });
	const { x, y, width, height } = meant?.getBoundingClientRect() ?? {};
	const place = { x: x + Math.min(width / 2, 20), y: y + height / 2 };
	const isOnTop = meant?.contains(document.elementFromPoint(place.x, place.y));
	const before = globalThis.lastPlace;
	const times = isOnTop && before?.x === place.x && before.y === place.y ? before.times + 1 : 0;
	globalThis.lastPlace = { ...place, times };
	return times === 3 ? place : null;
}

function isGone(selector) {
	const seen = { opacityProperty: true, visibilityProperty: true };
	return [...document.querySelectorAll(selector)].every((element) => !element.checkVisibility(seen)) || null;
}

function says(item, label, text) {
	const isOf = (element) => element.textContent.includes(label);
	return [...document.querySelectorAll(item)].find(isOf)?.textContent.includes(text) || null;
}

function saysNo(item, label, text) {
	const isOf = (element) => element.textContent.includes(label);
	return [...document.querySelectorAll(item)].find(isOf)?.textContent.includes(text) === false || null;
}

function holds(item, label, selector) {
	const isOf = (element) => element.textContent.includes(label);
	return [...document.querySelectorAll(item)].find(isOf)?.querySelector(selector) !== null;
}

function pressSave() {
	[...document.querySelectorAll("button")].find(({ textContent }) => /保\s*存/.test(textContent)).click();
}
