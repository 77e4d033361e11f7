/** The code of the README, run as it stands. */

import assert from "node:assert/strict";
import { createVerify, generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");

/** The block of code in a language under a heading. */
function codeUnder(heading, language) {
	const section = readme.split(/^## /m).find((text) => text.startsWith(heading));
	assert.ok(section, `the README has no section ${heading}`);
	const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(section);
	assert.ok(block, `the section ${heading} has no code in ${language}`);
	return block[1];
}

async function run(name, code) {
	const file = new URL(name, import.meta.url);
	writeFileSync(file, code);
	return import(file.href);
}

test("in a form", async () => {
	const { window } = new JSDOM(codeUnder("In a form", "html"));
	Object.assign(globalThis, { document: window.document, FormData: window.FormData });
	await run("form.mjs", codeUnder("In a form", "js"));
	const { title } = window.document.querySelector("#card").elements;

	title.value = "一二三四五六七八九十一二";
	title.dispatchEvent(new window.Event("input", { bubbles: true }));
	assert.equal(title.validationMessage, "会员卡名称最多 10 个字，当前 12 个字");

	title.value = "会员卡";
	title.dispatchEvent(new window.Event("input", { bubbles: true }));
	assert.equal(title.validationMessage, "");
});

test("in a back end", async (t) => {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", {
		modulusLength: 2048,
		privateKeyEncoding: { type: "pkcs8", format: "pem" },
		publicKeyEncoding: { type: "spki", format: "pem" },
	});
	process.env.MERCHANT_KEY = privateKey;
	const sent = [];
	t.mock.method(globalThis, "fetch", async (url, request) => {
		sent.push({ url, request });
		return { status: 204 };
	});
	const { updateCard } = await run("back-end.mjs", codeUnder("In a back end", "js"));

	assert.deepEqual(await updateCard({ code_type: "QRCODE" }, {}), { status: 204 });
	const [{ url, request }] = sent;
	const [, timestamp] = /timestamp="(\d+)"/.exec(request.headers.Authorization);
	const [, nonce] = /nonce_str="(\w+)"/.exec(request.headers.Authorization);
	const [, signature] = /signature="([^"]+)"/.exec(request.headers.Authorization);
	const message = `PATCH\n${new URL(url).pathname}\n${timestamp}\n${nonce}\n{"code_type":"QRCODE"}\n`;
	assert.equal(request.body, '{"code_type":"QRCODE"}');
	assert.ok(createVerify("RSA-SHA256").update(message).verify(publicKey, signature, "base64"));

	const [issue] = await updateCard({ code_mode: "REAL_TIME" }, { code_mode: "SYSTEM_ALLOCATE" });
	assert.equal(issue.code, "code_mode_locked");
	assert.equal(sent.length, 1);
});
