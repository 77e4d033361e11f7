import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createServer } from "vite";
import { runTool } from "./run.mjs";
import { FORM } from "./scenario.mjs";
import { useTitleForm } from "./title-form.mjs";
import { serve, visit } from "./visit.mjs";

test("Vite bundles it for React Hook Form and for a worker", async () => {
	runTool("vite/bin/vite.js", ["build"]);
	const wasm = readdirSync(join(import.meta.dirname, "dist/assets")).filter((name) => name.endsWith(".wasm"));
	assert.equal(wasm.length, 1);
	const server = await serve(join(import.meta.dirname, "dist"));
	await use(server.url).finally(() => server.close());
});

test("so does its development server, which bundles packages beforehand", async () => {
	// Vite finds what workers import only when one is loaded, and then loads the page anew, at any moment.
	const optimizeDeps = { include: ["wechatpay-membercard/form/web"] };
	const server = await createServer({ root: import.meta.dirname, logLevel: "error", optimizeDeps });
	await server.listen(0);
	await use(server.resolvedUrls.local[0]).finally(() => server.close());
});

function use(url) {
	return visit(url, async (page) => {
		await useTitleForm(page);
		assert.deepEqual(await page.eventually(() => globalThis.inWorker), FORM);
	});
}
