import assert from "node:assert/strict";
import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import { copyFileSync, cpSync, mkdtempSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import vm from "node:vm";
import { buildNpm, start } from "./mini-program.mjs";
import { FORM } from "./scenario.mjs";

const project = import.meta.dirname;
const codePackage = mkdtempSync(join(project, "code-package-"));
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

before(() => {
	buildNpm(project, codePackage, "wechatpay-membercard");
	copyFileSync(join(project, "app.js"), join(codePackage, "app.js"));
});

async function use(path) {
	let message;
	const { exports, context } = start(codePackage, "./app.js");
	const missing = "TextDecoder TextEncoder URL WebAssembly Response crypto document fetch process setTimeout";
	for (const name of missing.split(" ")) {
		assert.equal(vm.runInContext(`typeof ${name}`, context), "undefined", name);
	}
	const used = await exports((text) => {
		message = text;
		return createSign("RSA-SHA256").update(text).sign(privateKey, "base64");
	}, path);
	const [, signature] = /signature="([^"]+)"/.exec(used.authorization);
	assert.ok(createVerify("RSA-SHA256").update(message).verify(publicKey, signature, "base64"));
	return used;
}

function assertUsed({ refused, remaining, body, value, withoutNonce, names }) {
	assert.deepEqual(
		{ refused, remaining, body },
		{ refused: FORM.refused, remaining: FORM.remaining, body: FORM.body },
	);
	assert.equal(value, "𠮷👩‍👩‍👧");
	assert.match(withoutNonce, /options\.nonceStr is missing/);
	assert.ok(names.includes("init") && !names.includes("initSync") && !names.includes("bindForm"));
}

test("a simulated Mini Program uses it, as the developer tools build it", async () => {
	assert.deepEqual(readdirSync(join(codePackage, "miniprogram_npm/wechatpay-membercard")).sort(), [
		"index.js",
		"membercard.wasm.br",
		"package.json",
	]);
	assertUsed(await use());
});

test("the module may be elsewhere, and not compressed", async () => {
	const wasm = join(project, "node_modules/wechatpay-membercard/dist/form/membercard.wasm");
	cpSync(wasm, join(codePackage, "sub/card.wasm"));
	assertUsed(await use("/sub/card.wasm"));
	await assert.rejects(use("/nowhere.wasm"), /\/nowhere\.wasm: ENOENT/);
});

test("other tools find the same file by name, and get an error where it does not work", async () => {
	const { init } = createRequire(import.meta.url)("wechatpay-membercard/miniprogram");
	await assert.rejects(init(), /WXWebAssembly is missing/);
});
