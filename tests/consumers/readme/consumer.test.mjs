/** The code of the README, run as it stands. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
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

test("at the command line", () => {
	const shown = codeUnder("At the command line", "console").split(/^\$ /m).slice(1);
	const commands = shown.map((part) => part.split("\n", 1)[0]);
	const outputs = shown.map((part) => part.slice(part.indexOf("\n") + 1));
	const printed = commands.findIndex((command) => command.startsWith("cat "));
	writeFileSync(new URL(commands[printed].slice("cat ".length), import.meta.url), outputs[printed]);
	const output = execFileSync("sh", ["-c", commands.join("\n")], {
		cwd: new URL(".", import.meta.url),
		encoding: "utf8",
	});
	assert.equal(output, outputs.join(""));
});

test("in a form", async () => {
	const { window } = new JSDOM(codeUnder("In a form", "html"), { url: "http://localhost/" });
	const saved = [];
	const { document, AbortController } = window;
	Object.assign(globalThis, { window, document, AbortController, saveCard: (body) => saved.push(body) });
	await run("form.mjs", codeUnder("In a form", "js"));
	const form = window.document.querySelector("#card");
	const { title } = form.elements;
	const enter = (input, text) => {
		input.value = text;
		input.dispatchEvent(new window.Event("input", { bubbles: true }));
	};
	const submit = () =>
		form.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true }));

	enter(title, "一二三四五六七八九十一二");
	assert.equal(title.validationMessage, "会员卡名称最多 10 个字，当前 12 个字");
	assert.equal(title.getAttribute("aria-invalid"), "true");
	assert.match(form.textContent, /会员卡名称最多 10 个字，当前 12 个字/);
	assert.match(form.textContent, /12\/10/);
	submit();
	assert.deepEqual(saved, []);

	enter(title, "会员卡");
	assert.equal(title.validationMessage, "");
	submit();
	assert.deepEqual(saved, ['{"title":"会员卡"}']);
});

test("in a back end", async (t) => {
	const { privateKey, publicKey } = keyPair();
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

test("in words of your own, and as JSON Schema", async () => {
	const { errorsOf, schema } = await run("words.mjs", codeUnder("In words of your own", "js"));
	const errors = errorsOf({ title: "一二三四五六七八九十一二", code_type: "QR" });
	assert.deepEqual(errors.title, ["Please use 10 characters at most."]);
	assert.match(errors.code_type[0], /会员码型/);
	assert.equal(schema.properties.title.maxLength, 10);
	assert.equal(schema.properties.title.title, "Card name");
});

test("sending it, and believing the answer", async () => {
	const merchant = keyPair();
	const wechatPay = keyPair();
	process.env.MERCHANT_KEY = merchant.privateKey;
	process.env.WECHATPAY_KEY_ID = "PUB_KEY_ID_0112345678012024111100000000000001";
	process.env.WECHATPAY_KEY = wechatPay.publicKey;
	const { updateCard } = await run("send.mjs", codeUnder("Sending it", "js"));
	const answering = (status, body, key) => ({
		fetch: async () => {
			const timestamp = String(Math.floor(Date.now() / 1000));
			const signed = `${timestamp}\nnonce\n${body}\n`;
			return new Response(body || null, {
				status,
				headers: key && {
					"Wechatpay-Timestamp": timestamp,
					"Wechatpay-Nonce": "nonce",
					"Wechatpay-Serial": process.env.WECHATPAY_KEY_ID,
					"Wechatpay-Signature": createSign("RSA-SHA256").update(signed).sign(key, "base64"),
				},
			});
		},
	});
	const payload = { code_type: "QRCODE" };

	assert.deepEqual(await updateCard(payload, answering(204, "", wechatPay.privateKey)), { updated: true });
	const forged = await updateCard(payload, answering(204, "", merchant.privateKey));
	assert.equal(forged.code, "signature_rejected");
	const refused = await updateCard(
		payload,
		answering(400, '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}'),
	);
	assert.equal(refused.updated, false);
	assert.deepEqual(refused.mark, ["/balance_information/balance_path"]);
});

test("signing for a browser, without being tricked", async () => {
	const { privateKey, publicKey } = keyPair();
	process.env.MERCHANT_KEY = privateKey;
	const { signFor } = await run("guard.mjs", codeUnder("Signing for a browser", "js"));
	const { prepare } = await import("wechatpay-membercard");
	const { message } = prepare(
		{ code_type: "QRCODE" },
		{
			cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
			mchid: "1900007291",
			serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
		},
	);
	const user = { cardIds: ["pbLatjvWOibDc5-TBnbUk1pD12o0"] };

	const { signature } = signFor(user, message);
	assert.ok(createVerify("RSA-SHA256").update(message).verify(publicKey, signature, "base64"));
	assert.deepEqual(codesOf(signFor(user, message)), ["replayed_nonce"]);
	const refund = message.replace("PATCH", "POST").replace(/\/v3\S+/, "/v3/refund/domestic/refunds");
	assert.deepEqual(codesOf(signFor(user, refund)).sort(), ["wrong_method", "wrong_path"]);
});

function codesOf({ refusals }) {
	return refusals.map(({ code }) => code);
}

function keyPair() {
	return generateKeyPairSync("rsa", {
		modulusLength: 2048,
		privateKeyEncoding: { type: "pkcs8", format: "pem" },
		publicKeyEncoding: { type: "spki", format: "pem" },
	});
}
