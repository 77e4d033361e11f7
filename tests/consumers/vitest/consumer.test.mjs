import assert from "node:assert/strict";
import { test } from "node:test";
import { runTool } from "./run.mjs";

test("tests that Vitest runs use it", () => {
	const printed = runTool("vitest/vitest.mjs", ["run", "--reporter=json"]);
	const { numTotalTests, numPassedTests } = JSON.parse(printed);
	assert.deepEqual({ numTotalTests, numPassedTests }, { numTotalTests: 3, numPassedTests: 3 });
});
