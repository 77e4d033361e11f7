import assert from "node:assert/strict";
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installed, run } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";

/** The program is in the package for this machine, which is the one that npm installed. */
const [machine] = readdirSync(installed("@oven"));
const bun = (...args) => run(join(installed("@oven"), machine, "bin", "bun"), args);

test("Bun runs it, imported and required as one", () => {
	assert.deepEqual(JSON.parse(bun("main.ts")), [ALL, FORM, true]);
});

test("a bundle of Bun runs without the package", () => {
	bun("build", "main.ts", "--target=bun", "--outfile=bundled/main.js");
	renameSync(installed("wechatpay-membercard"), "moved");
	try {
		assert.deepEqual(JSON.parse(bun("bundled/main.js")), [ALL, FORM, true]);
	} finally {
		renameSync("moved", installed("wechatpay-membercard"));
	}
});
