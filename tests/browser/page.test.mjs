/** The editor page, used as by a person. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { after, before } from "node:test";
import { TEXTS } from "../../www/i18n/texts.js";
import { inEveryEngine } from "./engines/index.mjs";
import { assertAccessible, click, errorsOf, openPage, paste, retype, until } from "./page.mjs";
import { serve } from "./server.mjs";

const TITLE = "#field-title";
const pictures = new URL("../../target/browser/", import.meta.url);

let page;
let server;
before(async () => {
	const script = new URL("../../www/serve.mjs", import.meta.url).pathname;
	page = spawn(process.execPath, [script, "0"], { stdio: ["ignore", "pipe", "inherit"] });
	const [url] = await once(page.stdout, "data");
	server = await serve(String(url).trim());
	mkdirSync(pictures, { recursive: true });
});
after(() => {
	server.close();
	page.kill();
});

async function assertNothingWider(browser) {
	const [width, beyond] = await browser.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;
		return [clientWidth, scrollWidth - clientWidth];
	});
	assert.equal(beyond, 0, `nothing is wider than a window of ${width} pixels`);
}

/** Deletes the drafts of this page. Runs in the page. */
function forgetDraft() {
	if (location.protocol === "http:") {
		addEventListener("pagehide", () => sessionStorage.clear());
	}
}

inEveryEngine((browser, test) => {
	let texts;
	const open = async (locale, { width = 1280, height = 900, api } = {}) => {
		texts = TEXTS[locale];
		await browser.resize(width, height);
		await browser.evaluate(forgetDraft);
		await openPage(browser, `${server.url}?lang=${locale}${api ? `&api=${api}` : ""}`);
	};
	/** Clicks the visible element with a text or name. */
	const press = async (text) => {
		const isFound = await browser.evaluate((text) => {
			document.querySelector("[data-pressed]")?.removeAttribute("data-pressed");
			const scope = document.querySelector("dialog[open]") ?? document;
			const found = [...scope.querySelectorAll("button, [role=tab], label")].find(
				(element) =>
					element.checkVisibility() &&
					(element.textContent.trim() === text || element.getAttribute("aria-label") === text),
			);
			found?.setAttribute("data-pressed", "");
			return found !== undefined;
		}, text);
		assert.ok(isFound, `there is no ${text}`);
		await click(browser, "[data-pressed]");
	};
	const textOf = (selector) =>
		browser.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);
	const textsOf = (selector) =>
		browser.evaluate(
			(selector) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent),
			selector,
		);
	const heldBy = (selector) =>
		browser.evaluate((selector) => document.querySelector(selector).value, selector);
	const focused = () => browser.evaluate(() => document.activeElement.id);
	const see = (selector, text) =>
		until(
			browser,
			(selector, text) => document.querySelector(selector)?.textContent.includes(text) ?? false,
			selector,
			text,
		);

	test("a title over the limit is reported at the field and in the summary, which links to the field", async () => {
		await open("zh-CN");
		await retype(browser, TITLE, "abcdefghijkl");
		await browser.key("Tab");
		const message = "会员卡名称最多 10 个字，当前 12 个字";
		await see("[data-pointer='/title'] .messages", message);
		assert.equal(
			await browser.evaluate(
				(selector) => document.querySelector(selector).getAttribute("aria-invalid"),
				TITLE,
			),
			"true",
		);
		assert.ok((await textsOf("#issue-list .issue-text")).includes(message));
		assert.notEqual(await focused(), "field-title");
		await click(browser, "#issue-list [data-pointer='/title']");
		assert.equal(await focused(), "field-title");
		await browser.key("End");
		await browser.key("Backspace");
		await browser.key("Backspace");
		assert.ok(!(await textsOf("#issue-list .issue-text")).some((text) => text.includes("会员卡名称")));
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("a phone's first screen shows a mistake and mends it; nothing typed is lost", async () => {
		await open("zh-CN", { width: 447, height: 844 });
		const selector = "[data-pointer='/title'] .message";
		const seenAbove = await browser.evaluate(
			(selector) => ({
				message: document.querySelector(selector).getBoundingClientRect().bottom,
				bar: document.querySelector(".rail").getBoundingClientRect().top,
			}),
			selector,
		);
		assert.ok(seenAbove.message < seenAbove.bar, JSON.stringify(seenAbove));
		await click(browser, `${selector} button`);
		await see("#issue-counts", texts.noIssues);
		await retype(browser, TITLE, "春茶卡");
		await openPage(browser, `${server.url}?lang=zh-CN`);
		assert.equal(await heldBy(TITLE), "春茶卡", "a reload keeps it");
		await press(texts.sampleEmpty);
		assert.equal(await heldBy(TITLE), "");
		await press(texts.undo);
		assert.equal(await heldBy(TITLE), "春茶卡", "so does a way back");
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("switching endpoints keeps common fields, and stores the rest", async () => {
		await open("zh-CN");
		const loaded = () =>
			browser.evaluate(() =>
				performance.getEntriesByType("resource").some(({ name }) => name.includes("/card-member/")),
			);
		assert.equal(await loaded(), false, "nothing of a family that nobody has chosen");
		await retype(browser, TITLE, "春茶会员");
		await press(texts.productMember + texts.whoBrand);
		assert.equal(await browser.evaluate(() => document.activeElement.value), "brand", "the focus stays");
		const [name, terms] = ["#field-card_title", "#field-legal_agreement"];
		await until(browser, (name) => document.querySelector(name) !== null, name);
		assert.equal(await loaded(), true);
		assert.equal(await heldBy(name), "春茶会员", "the older card is translated");
		await retype(browser, name, "夏茶会员");
		await see(".face-title", "夏茶会员");
		await press(texts.productOpen + texts.whoOpen);
		await until(browser, (title) => document.querySelector(title) !== null, TITLE);
		assert.equal(await heldBy(TITLE), "春茶会员");
		await press(texts.productMember + texts.whoBrand);
		await until(browser, (name) => document.querySelector(name) !== null, name);
		await press(texts.actionCreate);
		await until(browser, (terms) => document.querySelector(terms) !== null, terms);
		assert.equal(await heldBy(name), "夏茶会员");
		await retype(browser, terms, "满一年有效");
		await press(texts.actionUpdate);
		await until(browser, (terms) => document.querySelector(terms) === null, terms);
		await press(texts.actionCreate);
		await until(browser, (terms) => document.querySelector(terms) !== null, terms);
		assert.equal(await heldBy(terms), "满一年有效");
		await press(texts.sampleCard);
		await see("#request", "https://api.mch.weixin.qq.com/brand/card-member/cards");
		await press(texts.headers);
		await see("#request", "WECHATPAY-BRAND-SHA256-RSA2048");
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("validates nothing while an input method composes", async () => {
		await open("zh-CN");
		await retype(browser, TITLE, "0123456789");
		const before = await textsOf("#issue-list .issue-text");
		for (const text of ["h", "hui", "hui yuan ka"]) {
			await browser.compose(text);
			assert.equal(await heldBy(TITLE), `0123456789${text}`, "nothing is cut");
			assert.deepEqual(await textsOf("#issue-list .issue-text"), before);
		}
		await browser.settle("会员卡");
		await see("#issue-list", "当前 13 个字");
		assert.equal(await heldBy(TITLE), "0123456789会员卡");
	});

	test("accepts a paste of 500 characters, and reports emoji", async () => {
		await open("en");
		await browser.evaluate(() => {
			document.querySelector("#field-description").value = "";
		});
		await paste(browser, "#field-description", "会员".repeat(250));
		assert.equal((await heldBy("#field-description")).length, 500);
		await see("[data-pointer='/description']", "500 / 500");
		await retype(browser, TITLE, "");
		await paste(browser, TITLE, "Card 😀");
		await browser.key("Tab");
		await see("[data-pointer='/title'] .messages", "“😀”");
	});

	test("pasted JSON is read strictly, and fills in the form", async () => {
		await open("en");
		await press(texts.importJson);
		await paste(browser, "#import-text", '{\n  "title": "Tea",\n  "title" "Card"\n}');
		await see(".json-issues", "Line 3, column 11");
		await browser.key("Control+a");
		await browser.key("Backspace");
		await paste(browser, "#import-text", '{ "title": "Tea card" }');
		await see(".dialog", texts.jsonFine);
		await assertAccessible(browser);
		await press(texts.importApply);
		assert.equal(await heldBy(TITLE), "Tea card");
		await until(browser, () => document.querySelector("#request").textContent.includes('"Tea card"'));
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("with the current card, only changes are sent, and locked fields say why", async () => {
		await open("en");
		await press(texts.sampleEmpty);
		await press(texts.currentPaste);
		await paste(browser, "#card-text", '{"title": "Tea", "code_mode": "SYSTEM_ALLOCATE"}');
		await press(texts.cardApply);
		await see("[data-pointer='/code_mode']", "cannot be changed");
		await retype(browser, TITLE, "Coffee");
		await until(browser, () => document.querySelector("#request").textContent.includes('{"title":"Coffee"}'));
		await see(".current-changes", "1 field changed");
	});

	test("signs with a throwaway key", async () => {
		await open("en");
		await press(texts.sampleEmpty);
		await retype(browser, TITLE, "Tea");
		await until(browser, () => document.querySelector("#request").textContent.includes('{"title":"Tea"}'));
		await press(texts.signWithKey);
		await see("#request .signature:not([hidden])", texts.verified);
		await press(texts.headers);
		assert.match(await textOf("#request"), /WECHATPAY2-SHA256-RSA2048 mchid=/);
		assert.match(await textOf("#request"), /signature="[A-Za-z0-9+/]{342}=="/);
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("switches language and theme without losing anything", async () => {
		await open("zh-CN");
		await retype(browser, TITLE, "abcdefghijkl");
		await press("English");
		assert.equal(await browser.evaluate(() => document.documentElement.lang), "en");
		assert.equal(await heldBy(TITLE), "abcdefghijkl");
		await see("#issue-list", "at most 10 characters");
		const background = () =>
			browser.evaluate(() => getComputedStyle(document.body).getPropertyValue("background-color"));
		texts = TEXTS.en;
		await press(texts.themeLight);
		const light = await background();
		await press(texts.themeDark);
		assert.notEqual(await background(), light);
		await browser.evaluate(() => localStorage.clear());
	});

	test("can be used with the keyboard alone", async () => {
		await open("en");
		await browser.key("Tab");
		assert.equal(await browser.evaluate(() => document.activeElement.textContent), texts.skip);
		await browser.key("Enter");
		await until(browser, () => document.activeElement.id === "editor");
		const visited = [];
		for (let tabs = 0; tabs < 60 && !visited.includes("field-description"); tabs++) {
			await browser.key("Tab");
			visited.push(await focused());
		}
		assert.ok(visited.includes("field-title") && visited.includes("field-description"), visited.join(" "));
		await browser.type("!");
		assert.match(await heldBy("#field-description"), /!/);
		await browser.key("Shift+Tab");
		assert.notEqual(await focused(), "field-description", "there is no trap");
	});

	test("a list's items are added, moved and removed", async () => {
		await open("en");
		await press(texts.sampleEmpty);
		await press(texts.addCustomField);
		await press(texts.addCustomField);
		const list = "/user_information_form/custom_field_list";
		const name = (index) => `#field${`${list}/${index}/name`.replaceAll("/", "-")}`;
		await retype(browser, name(0), "Hobby");
		await retype(browser, name(1), "Job");
		const order = async () => [await heldBy(name(0)), await heldBy(name(1))];
		await browser.evaluate((list) => {
			const buttons = [...document.querySelectorAll(`[data-pointer="${list}"] button, button`)];
			buttons.filter((button) => /^Move down/.test(button.getAttribute("aria-label") ?? ""))[0].click();
		}, list);
		assert.deepEqual(await order(), ["Job", "Hobby"]);
		await browser.evaluate(() => {
			const buttons = [...document.querySelectorAll("button")];
			buttons.find((button) => /^Remove: /.test(button.getAttribute("aria-label") ?? "")).click();
		});
		assert.equal(await heldBy(name(0)), "Hobby");
		assert.deepEqual(await errorsOf(browser), []);
	});

	for (const [locale, theme, api] of [
		["zh-CN", "Light", "membercard-open.update"],
		["zh-CN", "Dark", "card-member.partner.create"],
		["en", "Light", "card-member.brand.update"],
		["en", "Dark", "membercard-open.update"],
	]) {
		test(`has no accessibility violation: ${locale}, ${theme.toLowerCase()}, ${api}`, async () => {
			await open(locale, { api });
			await press(texts[`theme${theme}`]);
			await press(texts.sampleMistakes);
			await assertAccessible(browser);
			const picture = (size) =>
				new URL(`page-${browser.name}-${locale}-${theme.toLowerCase()}-${size}.png`, pictures).pathname;
			await browser.screenshot(picture("wide"));
			await browser.resize(447, 844); // As narrow as every engine's window gets.
			if (theme === "Light") {
				await assertAccessible(browser); // The structure differs, the colours do not.
			}
			await assertNothingWider(browser);
			await browser.screenshot(picture("narrow"));
			await browser.resize(320, 844); // In Chromium; other windows do not get as narrow as the oldest phones.
			await assertNothingWider(browser);
			await browser.evaluate(() => localStorage.clear());
			assert.deepEqual(await errorsOf(browser), []);
		});
	}

	test("the work of a keystroke is measured", async () => {
		await open("zh-CN");
		await press(texts.sampleMistakes);
		const durations = await browser.evaluate((selector) => {
			const input = document.querySelector(selector);
			return Array.from({ length: 200 }, (_, index) => {
				input.value = "会".repeat(index % 14);
				const start = performance.now();
				input.dispatchEvent(new InputEvent("input", { bubbles: true }));
				void document.body.offsetHeight; // The layout is part of it.
				return performance.now() - start;
			});
		}, TITLE);
		durations.sort((one, other) => one - other);
		const at = (share) => durations[Math.floor(durations.length * share)].toFixed(2);
		console.log(`${browser.name}: a keystroke takes ${at(0.5)} ms, ${at(0.95)} ms at the 95th percentile`);
		assert.equal(durations.length, 200);
	});
});
