import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as membercard from "wechatpay-membercard";
import manifest from "wechatpay-membercard/package.json" with { type: "json" };

const require = createRequire(import.meta.url);

test("the package is ready on import, without dependencies", () => {
	assert.equal(membercard.version(), manifest.version);
	assert.equal(manifest.dependencies, undefined);
});

test("an error of the required package is an error of the imported one", () => {
	const required = require("wechatpay-membercard");
	assert.ok(new required.ValidationError([]) instanceof membercard.ValidationError);
	assert.ok(new membercard.SigningError("no") instanceof required.SigningError);
});

test("the entry for browsers and its module can be reached", async () => {
	const web = await import("wechatpay-membercard/web");
	const wasm = readFileSync(require.resolve("wechatpay-membercard/membercard.wasm"));
	assert.throws(() => web.version(), /not ready/);
	await web.init(wasm);
	assert.equal(web.version(), manifest.version);
});
