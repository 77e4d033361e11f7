import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const manifest = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));

test("the package brings nothing along, and runs nothing when it is installed", () => {
	for (const kind of ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"]) {
		assert.deepEqual(Object.keys(manifest[kind] ?? {}), [], kind);
	}
	for (const script of ["preinstall", "install", "postinstall", "prepare"]) {
		assert.equal(manifest.scripts?.[script], undefined, script);
	}
});
