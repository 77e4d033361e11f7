import assert from "node:assert/strict";
import { before, test } from "node:test";
import { running } from "./built-app.mjs";
import { installed, runTool } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";
import { visit } from "./visit.mjs";

const ENV = { NEXT_TELEMETRY_DISABLED: "1" };
const NEXT = "next/dist/bin/next";

before(() => runTool(NEXT, ["build"], ENV));

/** Runs what was built while a function uses it. */
const serving = (use) => running([installed(NEXT), "start"], ENV, use);

test("route handlers use it, in Node and on the edge", async () => {
	await serving(async (origin) => {
		for (const path of ["/node", "/edge"]) {
			const response = await fetch(origin + path, { method: "POST" });
			assert.deepEqual(await response.json(), ALL, path);
		}
	});
});

test("a server component uses it, and a client component around its form", async () => {
	const use = async (page) => {
		await page.eventually(() => document.body.dataset.ready);
		assert.equal(await page.evaluate(() => document.querySelector("p").textContent), FORM.refused);
		await page.evaluate(() => document.querySelector("input").focus());
		await page.type("一二三四五六七八九十一二");
		const message = () => document.querySelector("input").validationMessage || null;
		assert.equal(await page.eventually(message), FORM.refused);
		await page.key("Backspace");
		await page.key("Backspace");
		await page.key("Enter");
		assert.equal(
			await page.eventually(() => document.body.dataset.saved),
			'{"title":"一二三四五六七八九十"}',
		);
	};
	await serving((origin) => visit(origin, use));
});
