/**
 * Requests and answers beside an SDK for Python, byte for byte, and their signatures beside OpenSSL and WebCrypto.
 *
 * It takes python3 with its module venv, and openssl. Where they are missing it fails: a comparison that is left out in
 * silence would be taken for one that passed.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createSign, generateKeyPairSync, randomBytes, randomInt, webcrypto } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { prepare, verifyResponse } from "wechatpay-membercard";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
	modulusLength: 2048,
	privateKeyEncoding: { type: "pkcs8", format: "pem" },
	publicKeyEncoding: { type: "spki", format: "pem" },
});
const signatureOf = (message) => createSign("RSA-SHA256").update(message).sign(privateKey, "base64");

const pick = (text, length) => Array.from({ length }, () => text[randomInt(text.length)]).join("");
const COUNT = 2000;

/** Requests of any shape that can be prepared: card ids that need escapes, texts that do, strange keys. */
const requests = Array.from({ length: COUNT }, (_, index) => {
	const options = {
		cardId: pick(index % 2 === 0 ? "ABCXYZabcxyz0189-_" : "AZaz09-_.~+%:;,&='\"\\卡é", 3 + randomInt(29)),
		mchid: pick("123456789", 8 + randomInt(3)),
		serialNo: randomBytes(20).toString("hex").toUpperCase(),
		timestamp: 1 + randomInt(4_000_000_000),
		nonceStr: pick("ABCabc019!#$%&'()*+,-./:;<=>?@[]^_`{|}~", 1 + randomInt(32)),
	};
	const payload = {
		title: pick("会员卡权益甲乙丙ABC12", 1 + randomInt(10)),
		description: pick('会员卡权益说明，。！“”"\\/\n\tABCabc019 <>&%+☕é\u2028\u007f', 1 + randomInt(500)),
		total_quantity: 1 + randomInt(100_000_000),
		need_dynamic_code: index % 2 === 0,
		[pick('abc_"\\键', 1 + randomInt(5))]: [1.5, { "": pick("\u0001\u001f字", 3) }],
	};
	const request = prepare(payload, options);
	const signature = signatureOf(request.message);
	return { options, request, signature, signed: request.complete(signature) };
});

/** Answers as a server would sign them, and one in two with a body that was changed on the way. */
const answers = Array.from({ length: COUNT }, (_, index) => {
	const timestamp = String(1_722_850_000 + randomInt(1000));
	const nonce = randomBytes(16).toString("hex");
	const body =
		index % 3 === 0 ? "" : JSON.stringify({ card_id: "p", description: pick('参数错误\n"a ', 20) });
	const signature = signatureOf(`${timestamp}\n${nonce}\n${body}\n`);
	return { timestamp, nonce, signature, body: index % 2 === 0 ? body : `${body} ` };
});

function run(program, args, input) {
	try {
		return execFileSync(program, args, {
			input,
			encoding: "utf8",
			maxBuffer: 64 << 20,
			stdio: ["pipe", "pipe", "pipe"],
		});
	} catch (error) {
		const why = error.code === "ENOENT" ? "it is not installed" : `${error.stdout}${error.stderr}`;
		throw new Error(`${program} ${args[0]}: ${why}`);
	}
}

/** What the SDK says of each line. */
function askPython(lines) {
	const python = here("venv/bin/python");
	run("python3", ["-m", "venv", here("venv")]);
	run(python, [
		"-m",
		"pip",
		"install",
		"--quiet",
		"--disable-pip-version-check",
		"-r",
		here("requirements.txt"),
	]);
	const input = [privateKey, ...lines].map((line) => JSON.stringify(line)).join("\n");
	return run(python, [here("compare.py")], input)
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}

test("the SDK for Python signs the same requests with the same header, and believes the same answers", async () => {
	const lines = requests.map(({ options, signed }) => {
		const { pathname, search } = new URL(signed.url);
		return { ...options, method: signed.method, path: pathname + search, body: signed.body };
	});
	const said = askPython([...lines, ...answers]);
	assert.equal(said.length, 2 * COUNT);
	for (const [index, { signed }] of requests.entries()) {
		assert.equal(signed.headers.Authorization, said[index]);
	}
	const verdicts = said.slice(COUNT);
	assert.ok(verdicts.includes(true) && verdicts.includes(false));
	for (const [index, answer] of answers.entries()) {
		assert.equal(await isBelieved(answer), verdicts[index]);
	}
});

const subtleKey = await webcrypto.subtle.importKey(
	"spki",
	Buffer.from(publicKey.replace(/-----[A-Z ]+-----/g, ""), "base64"),
	{ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
	false,
	["verify"],
);
const verifyWithWebCrypto = (message, signature) =>
	webcrypto.subtle.verify("RSASSA-PKCS1-v1_5", subtleKey, signature, message);

async function isBelieved({ timestamp, nonce, signature, body }) {
	const headers = {
		"Wechatpay-Timestamp": timestamp,
		"Wechatpay-Nonce": nonce,
		"Wechatpay-Signature": signature,
		"Wechatpay-Serial": "PUB_KEY_ID_0",
	};
	const options = { verifier: verifyWithWebCrypto, now: Number(timestamp) * 1000 };
	const { code } = await verifyResponse({ status: 200, headers, body }, options).then(
		() => ({ code: "success" }),
		(error) => error,
	);
	// Genuine or not, an answer with a body is no success of this API.
	const believed = body === "" ? ["success"] : ["unexpected_body", "error_response"];
	assert.ok([...believed, "signature_rejected"].includes(code), code);
	return code !== "signature_rejected";
}

/** The message as whoever receives the request builds it, and the signature that came with it. */
function received({ method, url, headers, body }) {
	const { pathname, search } = new URL(url);
	const value = (name) => headers.Authorization.match(new RegExp(`[ ,]${name}="([^"]*)"`))[1];
	const message = [method, pathname + search, value("timestamp"), value("nonce_str"), body, ""].join("\n");
	return { message: Buffer.from(message), signature: Buffer.from(value("signature"), "base64") };
}

test("WebCrypto verifies every request as it is received", async () => {
	for (const { signed } of requests) {
		const { message, signature } = received(signed);
		assert.ok(await verifyWithWebCrypto(message, signature));
		message[message.length - 2] ^= 1;
		assert.ok(!(await verifyWithWebCrypto(message, signature)));
	}
});

test("OpenSSL verifies requests as they are received", () => {
	mkdirSync(here("files"));
	writeFileSync(here("files/key.pem"), publicKey);
	for (const { signed } of requests.slice(0, 40)) {
		const { message, signature } = received(signed);
		writeFileSync(here("files/message"), message);
		writeFileSync(here("files/signature"), signature);
		const args = ["dgst", "-sha256", "-verify", here("files/key.pem"), "-signature", here("files/signature")];
		assert.equal(run("openssl", [...args, here("files/message")]).trim(), "Verified OK");
	}
});
