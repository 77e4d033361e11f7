/** The code of the README in both languages, run as it stands. What is in Rust, rustdoc runs. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { JSDOM } from "jsdom";

const LANGUAGES = {
	"README.md": {
		commandLine: "At the command line",
		form: "In a form",
		backEnd: "In a back end",
		reading: "Reading and updating a card",
		endpoint: "Which endpoint you have",
	},
	"README.zh-CN.md": {
		commandLine: "命令行",
		form: "表单",
		backEnd: "后端",
		reading: "查询和更新会员卡",
		endpoint: "您用的是哪个接口",
	},
};

for (const [name, headings] of Object.entries(LANGUAGES)) {
	describe(name, () => {
		const readme = readFileSync(join(import.meta.dirname, name), "utf8");
		const folder = mkdtempSync(join(import.meta.dirname, "code-"));

		/** The block of code in a language under a heading. */
		const codeUnder = (heading, language) => {
			const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
			assert.ok(section, `${name} has no section ${heading}`);
			const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(section);
			assert.ok(block, `the section ${heading} has no code in ${language}`);
			return block[1];
		};
		const run = (file, code) => {
			writeFileSync(join(folder, file), code);
			return import(join(folder, file));
		};

		/** Checks TypeScript as strictly as can be, and returns where its JavaScript is. */
		const compiled = (file, code) => {
			writeFileSync(join(folder, file), code);
			const compiler = join(import.meta.dirname, "node_modules/typescript/bin/tsc");
			const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
			const options = [
				"--target",
				"es2022",
				"--module",
				"nodenext",
				"--types",
				"node",
				"--noEmitOnError",
				...strict,
			];
			const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, file], { cwd: folder });
			assert.equal(status, 0, String(stdout));
			return join(folder, file.replace(/\.mts$/, ".mjs"));
		};

		test("at the command line", () => {
			const shown = codeUnder(headings.commandLine, "console").split(/^\$ /m).slice(1);
			const commands = shown.map((part) => part.split("\n", 1)[0]);
			const outputs = shown.map((part) => part.slice(part.indexOf("\n") + 1));
			const printed = commands.findIndex((command) => command.startsWith("cat "));
			writeFileSync(join(folder, commands[printed].slice("cat ".length)), outputs[printed]);
			const output = execFileSync("sh", ["-c", commands.join("\n")], { cwd: folder, encoding: "utf8" });
			assert.equal(output, outputs.join(""));
		});

		test("in a form", async () => {
			const { window } = new JSDOM(codeUnder(headings.form, "html"), { url: "http://localhost/" });
			const saved = [];
			const { document, AbortController } = window;
			Object.assign(globalThis, {
				window,
				document,
				AbortController,
				saveCard: (body) => saved.push(body),
			});
			await run("form.mjs", codeUnder(headings.form, "js"));
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

		test("for another endpoint", async () => {
			const values = `const [cardId, mchid, serialNo] = ["pCard", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163"];\n`;
			const code = codeUnder(headings.endpoint, "js");
			const ran = await run("endpoint.mjs", `${values}${code}\nexport { issues, labels, request, valid };`);
			assert.deepEqual([ran.valid, ran.issues], [true, []]);
			assert.equal(new URL(ran.request.url).pathname, "/v3/brand/partner/card-member/cards/pCard");
			assert.ok(ran.labels.length > 20);
		});

		test("a card is read and updated", async (t) => {
			const wechatPay = keyPair();
			process.env.WECHATPAY_KEY_ID = "PUB_KEY_ID_0112345678012024111100000000000001";
			const sent = [];
			const card = JSON.stringify({ card_id: "pCard", title: "会员卡" });
			t.mock.method(globalThis, "fetch", async (_, { method }) => {
				sent.push(method);
				return method === "GET"
					? answered(200, card, wechatPay.privateKey)
					: answered(204, "", wechatPay.privateKey);
			});
			const values = `const [cardId, mchid, serialNo] = ["pCard", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163"];
				const signer = () => new Uint8Array(256).fill(1);
				const verifier = () => true;\n`;
			const code = codeUnder(headings.reading, "js");
			const ran = await run("reading.mjs", `${values}${code}\nexport { changes, current, status };`);
			assert.deepEqual(
				[ran.current.title, ran.status, ran.changes[0].after],
				["会员卡", "updated", "新会员卡"],
			);
			assert.deepEqual(sent, ["GET", "GET", "PATCH"]);
		});

		test("in a back end", async (t) => {
			const merchant = keyPair();
			const wechatPay = keyPair();
			process.env.MERCHANT_KEY = merchant.privateKey;
			process.env.WECHATPAY_KEY_ID = "PUB_KEY_ID_0112345678012024111100000000000001";
			process.env.WECHATPAY_KEY = wechatPay.publicKey;
			const sent = [];
			let answer;
			t.mock.method(globalThis, "fetch", async (url, request) => {
				sent.push({ url, request });
				return answer();
			});
			process.env.MERCHANT_CERTIFICATE = certificateOf(folder, merchant.privateKey);
			const { updateCard } = await import(compiled("back-end.mts", codeUnder(headings.backEnd, "ts")));
			const payload = { code_type: "QRCODE" };

			answer = () => answered(204, "", wechatPay.privateKey);
			assert.deepEqual(await updateCard(payload, {}), { updated: true });
			const [{ url, request }] = sent;
			const [, timestamp] = /timestamp="(\d+)"/.exec(request.headers.Authorization);
			const [, nonce] = /nonce_str="(\w+)"/.exec(request.headers.Authorization);
			const [, signature] = /signature="([^"]+)"/.exec(request.headers.Authorization);
			const message = `PATCH\n${new URL(url).pathname}\n${timestamp}\n${nonce}\n{"code_type":"QRCODE"}\n`;
			assert.equal(new TextDecoder().decode(request.body), '{"code_type":"QRCODE"}');
			assert.ok(createVerify("RSA-SHA256").update(message).verify(merchant.publicKey, signature, "base64"));

			const { updated, issues } = await updateCard(
				{ code_mode: "REAL_TIME" },
				{ code_mode: "SYSTEM_ALLOCATE" },
			);
			assert.deepEqual([updated, issues[0].code], [false, "code_mode_locked"]);
			assert.equal(sent.length, 1);

			answer = () => answered(204, "", merchant.privateKey);
			assert.equal((await updateCard(payload, {})).updated, "perhaps");
			answer = () => answered(400, '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}');
			const refused = await updateCard(payload, {});
			assert.equal(refused.updated, false);
			assert.match(refused.why, /储值小程序path为空/);
		});
	});
}

/** An answer of WeChat Pay, signed if there is a key. */
function answered(status, body, key) {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const headers = key && {
		"Wechatpay-Timestamp": timestamp,
		"Wechatpay-Nonce": "nonce",
		"Wechatpay-Serial": process.env.WECHATPAY_KEY_ID,
		"Wechatpay-Signature": createSign("RSA-SHA256")
			.update(`${timestamp}\nnonce\n${body}\n`)
			.sign(key, "base64"),
	};
	return new Response(body || null, { status, headers });
}

/** A certificate of a key, which only OpenSSL makes. */
function certificateOf(folder, pem) {
	const [key, certificate] = ["merchant.key", "merchant.pem"].map((name) => join(folder, name));
	writeFileSync(key, pem);
	const options = ["-subj", "/CN=1900007291", "-days", "2", "-key", key, "-out", certificate];
	execFileSync("openssl", ["req", "-x509", "-new", ...options], { stdio: "pipe" });
	return readFileSync(certificate, "utf8");
}

function keyPair() {
	return generateKeyPairSync("rsa", {
		modulusLength: 2048,
		privateKeyEncoding: { type: "pkcs8", format: "pem" },
		publicKeyEncoding: { type: "spki", format: "pem" },
	});
}
