import assert from "node:assert/strict";
import { test } from "node:test";
import { runTool } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";

const deno = (...args) => runTool("deno/bin.cjs", args, { DENO_NO_UPDATE_CHECK: "1" });

test("Deno runs it without permissions", () => {
	assert.deepEqual(JSON.parse(deno("run", "--no-prompt", "--no-remote", "main.ts")), [ALL, FORM]);
});

test("Deno finds its types", () => {
	deno("check", "--no-remote", "main.ts");
});
