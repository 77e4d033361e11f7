import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Miniflare } from "miniflare";
import { runTool } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";

const OUTPUT = join(import.meta.dirname, "out");
const WASM = /\.wasm(\?module)?$/;

test("a bundle of Wrangler for Cloudflare Workers runs in workerd", async () => {
	runTool("wrangler/bin/wrangler.js", ["deploy", "--dry-run", "--outdir", OUTPUT], {
		WRANGLER_SEND_METRICS: "false",
	});
	// Workers only run WebAssembly that is deployed as separate files.
	assert.equal(readdirSync(OUTPUT).filter((name) => WASM.test(name)).length, 2);
	const worker = new Miniflare({
		rootPath: OUTPUT,
		scriptPath: "worker.js",
		modules: true,
		modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm", "**/*.wasm?module"] }],
		compatibilityDate: "2026-04-01",
		cf: false,
	});
	try {
		const response = await worker.dispatchFetch("http://localhost/");
		assert.deepEqual(await response.json(), [ALL, FORM]);
	} finally {
		await worker.dispose();
	}
});
