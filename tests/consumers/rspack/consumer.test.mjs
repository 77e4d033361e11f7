import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { rspack } from "@rspack/core";
import { ALL, FORM } from "./scenario.mjs";
import { serve, visit } from "./visit.mjs";

const OUTPUT = join(import.meta.dirname, "out");

async function bundle() {
	const compiler = rspack({
		mode: "production",
		context: import.meta.dirname,
		entry: "./main.js",
		output: { path: OUTPUT },
	});
	const stats = await new Promise((resolve, reject) =>
		compiler.run((error, stats) => (error === null ? resolve(stats) : reject(error))),
	);
	await new Promise((resolve) => compiler.close(resolve));
	assert.deepEqual(stats.toJson({ all: false, errors: true }).errors, []);
}

test("Rspack bundles it, with the module inside and as a file of its own", async () => {
	await bundle();
	assert.equal(readdirSync(OUTPUT).filter((name) => name.endsWith(".wasm")).length, 1);
	mkdirSync(OUTPUT, { recursive: true });
	writeFileSync(
		join(OUTPUT, "index.html"),
		'<!doctype html><title>Rspack</title><script src="main.js"></script>',
	);
	const server = await serve(OUTPUT);
	try {
		await visit(server.url, async (page) => {
			assert.deepEqual(await page.eventually(() => globalThis.used), [ALL, FORM]);
		});
	} finally {
		server.close();
	}
});
