import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { installed, runTool } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";
import { visit } from "./visit.mjs";

const ENV = { NEXT_TELEMETRY_DISABLED: "1" };
const TRIES = 200;
let server;
let origin;

before(async () => {
	runTool("next/dist/bin/next", ["build"], ENV);
	const port = await freePort();
	origin = `http://localhost:${port}`;
	server = spawn(process.execPath, [installed("next/dist/bin/next"), "start", "--port", String(port)], {
		cwd: import.meta.dirname,
		env: { ...process.env, ...ENV },
		stdio: ["ignore", "ignore", "inherit"],
	});
	await answering();
});

after(() => server?.kill());

async function freePort() {
	const listener = createServer().listen(0, "127.0.0.1");
	await once(listener, "listening");
	const { port } = listener.address();
	listener.close();
	await once(listener, "close");
	return port;
}

async function answering() {
	for (let tries = 0; tries < TRIES; tries++) {
		if (await fetch(origin).catch(() => undefined)) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	assert.fail("Next.js does not answer");
}

test("route handlers use it, in Node and on the edge", async () => {
	for (const path of ["/node", "/edge"]) {
		const response = await fetch(origin + path, { method: "POST" });
		assert.deepEqual(await response.json(), ALL, path);
	}
});

test("a server component uses it, and a client component around its form", async () => {
	await visit(origin, async (page) => {
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
	});
});
