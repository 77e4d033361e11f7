import assert from "node:assert/strict";
import { generateKeyPairSync, sign, verify } from "node:crypto";
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

test("an update is validated, and signed by a key that the package never sees", async () => {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	let message;
	const request = await membercard.sign(
		{ service_phone: "0755-12345677" },
		{
			cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
			mchid: "1900000109",
			serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
			signer(bytes) {
				message = bytes;
				return sign("sha256", bytes, privateKey);
			},
		},
	);
	const signature = request.headers.Authorization.match(/signature="([^"]+)"/)[1];
	assert.ok(verify("sha256", message, publicKey, Buffer.from(signature, "base64")));
	assert.equal(request.body, '{"service_phone":"0755-12345677"}');
	assert.ok(Buffer.from(message).toString().endsWith(`\n${request.body}\n`));
});

test("an error of the required package is an error of the imported one", () => {
	const required = require("wechatpay-membercard");
	const options = { cardId: "c", mchid: "1900000109", serialNo: "5157" };
	assert.throws(() => required.prepare({ title: 1 }, options), membercard.ValidationError);
	assert.ok(new membercard.SigningError("no") instanceof required.SigningError);
});

test("the entry for browsers and its module can be reached", async () => {
	const web = await import("wechatpay-membercard/web");
	const wasm = readFileSync(require.resolve("wechatpay-membercard/membercard.wasm"));
	assert.throws(() => web.version(), /not ready/);
	await web.init(wasm);
	assert.equal(web.version(), manifest.version);
});
