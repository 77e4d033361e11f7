import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildNpm, start } from "../mini-program.mjs";
import { filesOf, unpack } from "../recipe.mjs";

const project = join(import.meta.dirname, "..");
const files = filesOf("mini-program");
const unpacked = unpack("mini-program", { type: "commonjs", types: "miniprogram-api-typings" });
/** What the host gives to a page. */
const HOST = `module.exports = (host) => { Object.assign(globalThis, host); require("./card.js"); };`;
const card = { title: "微信支付测试卡", description: "须知", code_mode: "REAL_TIME" };

/** Starts the page and returns it, with what it asked of the host. */
function open() {
	const codePackage = mkdtempSync(join(project, "code-package-"));
	buildNpm(project, codePackage, "wechatpay-membercard");
	copyFileSync(join(unpacked, "card.js"), join(codePackage, "card.js"));
	writeFileSync(join(codePackage, "app.js"), HOST);
	const requests = [];
	const toasts = [];
	let page;
	const wx = {
		request({ method, data, success }) {
			requests.push([method, data]);
			success(method === "GET" ? { statusCode: 200, data: card } : { statusCode: 204 });
		},
		showToast: ({ title }) => toasts.push(title),
	};
	const define = (definition) => {
		page = { ...definition, setData: (changes) => write(page.data, changes) };
	};
	start(codePackage, "./app.js").exports({ wx, Page: define });
	return { page, requests, toasts };
}

/** What `setData` does: a key may be a path, such as `inputs[0].count`. */
function write(data, changes) {
	for (const [path, value] of Object.entries(changes)) {
		const keys = path.match(/\w+/g);
		const last = keys.pop();
		keys.reduce((inside, key) => inside[key], data)[last] = value;
	}
}

test("a page of a simulated Mini Program", async () => {
	const { page, requests, toasts } = open();
	await page.onLoad();
	const inputs = Array.from(page.data.inputs); // The page's own arrays are of another realm.
	assert.deepEqual(
		inputs.map(({ label, value, count, limit, message }) => [label, value, count, limit, message]),
		[
			["会员卡名称", "微信支付测试卡", 7, 10, ""],
			["使用须知", "须知", 2, 500, ""],
			["服务电话", "", 0, 32, ""],
		],
	);
	const enter = (index, value) => page.onInput({ currentTarget: { dataset: { index } }, detail: { value } });
	enter(0, "一二三四五六七八九十一");
	assert.deepEqual(
		[page.data.inputs[0].count, page.data.inputs[0].message],
		[11, "会员卡名称最多 10 个字，当前 11 个字"],
	);
	await page.onSave();
	assert.deepEqual(toasts, ["会员卡名称最多 10 个字，当前 11 个字"]);
	enter(0, "会员卡");
	assert.equal(page.data.inputs[0].message, "");
	await page.onSave();
	assert.deepEqual(toasts.slice(1), ["已保存"]);
	assert.deepEqual(requests, [
		["GET", undefined],
		["POST", '{"title":"会员卡"}'],
	]);
	page.onUnload();
});

test("the template shows the page's data", () => {
	const shown = files["card.wxml"].match(/(?<=\{\{item\.)\w+/g);
	assert.deepEqual([...new Set(shown)], ["label", "value", "count", "limit", "message"]);
});
