import assert from "node:assert/strict";
import { test } from "node:test";
import { ALL, FORM } from "./scenario.mjs";
import { serve, visit } from "./visit.mjs";

test("a page without a bundler uses it, and so does its worker", async () => {
	const server = await serve(import.meta.dirname);
	try {
		await visit(server.url, async (page) => {
			assert.deepEqual(await page.eventually(() => globalThis.inPage), [ALL, FORM]);
			assert.deepEqual(await page.eventually(() => globalThis.inWorker), FORM);
		});
	} finally {
		server.close();
	}
});
