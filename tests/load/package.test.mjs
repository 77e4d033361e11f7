/** The package under steady work for a short while: `cargo xtask soak` does the same for as long as you like. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const SOAK = join(import.meta.dirname, "soak", "soak.mjs");

function soak(...args) {
	const node = ["--expose-gc", SOAK, "--each", "600", ...args];
	return spawnSync(process.execPath, node, { encoding: "utf8", timeout: 120_000 });
}

test("memory stays as it is", (t) => {
	const { status, stdout, stderr } = soak();
	stdout.split("\n").forEach((line) => {
		t.diagnostic(line);
	});
	assert.equal(status, 0, stdout + stderr);
});

test("and the watch would notice if it did not", () => {
	const { status, stdout, stderr } = soak("--leak");
	assert.equal(status, 1, stdout + stderr);
	assert.match(stdout, /GROWN: wasm/);
});
