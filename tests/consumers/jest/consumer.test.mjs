import assert from "node:assert/strict";
import { test } from "node:test";
import { runTool } from "./run.mjs";

test("tests that Jest runs use it, in Node and in jsdom", () => {
	const printed = runTool("jest/bin/jest.js", ["--json", "--silent"]);
	const { numTotalTests, numPassedTests } = JSON.parse(printed);
	assert.deepEqual({ numTotalTests, numPassedTests }, { numTotalTests: 3, numPassedTests: 3 });
});
