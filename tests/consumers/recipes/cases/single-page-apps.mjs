/** The recipes for React and Vue, bundled by Vite and used in Chromium. */

import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";
import { runTool } from "../run.mjs";
import { serve, visit } from "../visit.mjs";

for (const name of ["react", "vue"]) {
	test(`a form in ${name} shows the card and saves what the user changed`, async () => {
		const folder = unpack(name);
		cpSync(join(import.meta.dirname, "../pages", name), folder, { recursive: true });
		runTool("vite/bin/vite.js", ["build", folder]);
		const server = await serve(join(folder, "dist"));
		try {
			await visit(server.url, editCard);
		} finally {
			server.close();
		}
	});
}

async function editCard(page) {
	const message = () => document.querySelector("[role=alert]")?.textContent;
	const counter = () => document.querySelector("output").textContent;
	await page.eventually(() => document.querySelector("input")?.focus() ?? true);
	assert.equal(await page.evaluate(() => document.querySelector("input").value), "微信支付测试卡");
	assert.equal(await page.evaluate(counter), "7/10");
	assert.match(
		await page.evaluate(() => document.querySelector("label").textContent),
		/^会员卡名称 .*展示在卡面上/,
	);
	await page.key("End");
	await page.type("一二三四");
	await page.key("Enter");
	assert.equal(await page.eventually(message), "会员卡名称最多 10 个字，当前 11 个字");
	assert.equal(await page.evaluate(counter), "11/10");
	await page.key("Backspace");
	await page.key("Enter");
	const saved = () => document.body.dataset.saved;
	assert.equal(await page.eventually(saved), '{"title":"微信支付测试卡一二三"}');
}
