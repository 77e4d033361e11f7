/**
 * The message to sign and the Authorization header, beside those of two independent SDKs for the same inputs; and the
 * answers of the HTTP client that they use.
 */

import assert from "node:assert/strict";
import { createSign, createVerify, generateKeyPairSync, randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { test } from "node:test";
import axios from "axios";
import { explainError, prepare, verifyResponse } from "wechatpay-membercard";

const require = createRequire(import.meta.url);
const { Formatter, Rsa } = require("wechatpay-axios-plugin");
const WechatPay = require("wechatpay-node-v3");

const example = JSON.parse(readFileSync(new URL("example.json", import.meta.url), "utf8"));
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
	modulusLength: 2048,
	privateKeyEncoding: { type: "pkcs8", format: "pem" },
	publicKeyEncoding: { type: "spki", format: "pem" },
});
const OPTIONS = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
};

/** The same request by each SDK: the message it signs, its signature and its header. */
const SDKS = {
	"wechatpay-axios-plugin"({ mchid, serialNo, timestamp, nonceStr }, path, body) {
		const message = Formatter.request("PATCH", path, timestamp, nonceStr, body);
		const signature = Rsa.sign(message, Rsa.from(privateKey));
		return {
			message,
			signature,
			authorization: Formatter.authorization(mchid, nonceStr, signature, timestamp, serialNo),
		};
	},
	"wechatpay-node-v3"({ mchid, serialNo, timestamp, nonceStr }, path, body) {
		const sdk = new WechatPay({
			appid: "wxea9c30890f48d5ae",
			mchid,
			serial_no: serialNo,
			publicKey: Buffer.from(publicKey),
			privateKey: Buffer.from(privateKey),
		});
		let message;
		const sign = sdk.sha256WithRsa.bind(sdk);
		sdk.sha256WithRsa = (text) => {
			message = text;
			return sign(text);
		};
		const signature = sdk.getSignature("PATCH", nonceStr, timestamp, path, body);
		return { message, signature, authorization: sdk.getAuthorization(nonceStr, timestamp, signature) };
	},
};

/** The header with its parameters in the order of another one; the API leaves the order free. */
function inOrderOf(header, other) {
	const parameters = (text) => text.slice(text.indexOf(" ") + 1).split(",");
	const nameOf = (parameter) => parameter.slice(0, parameter.indexOf("="));
	const order = parameters(other).map(nameOf);
	const scheme = header.slice(0, header.indexOf(" "));
	const sorted = parameters(header).sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
	return `${scheme} ${sorted.join(",")}`;
}

function assertAgrees(payload, options) {
	const request = prepare(payload, options);
	const signature = createSign("RSA-SHA256").update(request.message).sign(privateKey);
	const { headers, url, body } = request.complete(signature);
	for (const [name, sdk] of Object.entries(SDKS)) {
		const { pathname, search } = new URL(url);
		const theirs = sdk(options, pathname + search, body);
		assert.equal(request.message, theirs.message, name);
		assert.equal(signature.toString("base64"), theirs.signature, name);
		assert.equal(inOrderOf(headers.Authorization, theirs.authorization), theirs.authorization, name);
	}
}

test("the documented example is signed as two public SDKs sign it, byte for byte", () => {
	assertAgrees(example, OPTIONS);
});

test("so are a thousand generated requests", () => {
	const pick = (text, length) => Array.from({ length }, () => text[randomInt(text.length)]).join("");
	const alphabet = "ABCXYZabcxyz0189-_";
	const words = '会员卡权益说明，。！“”"\\/\n\tABCabc019 <>&%+';
	for (let round = 0; round < 1000; round++) {
		const payload = {
			title: pick("会员卡权益甲乙丙ABC12", 1 + randomInt(10)),
			description: pick(words, 1 + randomInt(500)),
			total_quantity: 1 + randomInt(100_000_000),
			need_dynamic_code: round % 2 === 0,
		};
		assertAgrees(payload, {
			...OPTIONS,
			cardId: pick(alphabet, 28),
			mchid: pick("123456789", 10),
			serialNo: randomBytes(20).toString("hex").toUpperCase(),
			timestamp: 1_500_000_000 + randomInt(1_000_000_000),
			nonceStr: randomBytes(16).toString("hex").toUpperCase(),
		});
	}
});

/** Answers with the status that the path names, and signs as WeChat Pay does. */
function answer({ url }, response) {
	const status = Number(url.slice(1));
	const body = status === 204 ? "" : '{"code":"NO_AUTH","message":"商户暂无权限使用此功能"}';
	const timestamp = String(Math.floor(Date.now() / 1000));
	const signature = createSign("RSA-SHA256")
		.update(`${timestamp}\nnonce\n${body}\n`)
		.sign(privateKey, "base64");
	response.writeHead(status, {
		"Wechatpay-Timestamp": timestamp,
		"Wechatpay-Nonce": "nonce",
		"Wechatpay-Serial": "PUB_KEY_ID_1",
		"Wechatpay-Signature": signature,
		"Set-Cookie": ["a=1", "b=2"],
	});
	response.end(body);
}

test("a response of axios is verified directly, unless its body was parsed", async (t) => {
	const server = createServer(answer);
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => server.close());
	const verifier = (message, signature) =>
		createVerify("RSA-SHA256").update(message).verify(publicKey, signature);
	const baseURL = `http://127.0.0.1:${server.address().port}`;
	const client = axios.create({ baseURL, proxy: false, validateStatus: () => true });
	for (const responseType of ["arraybuffer", "text"]) {
		await verifyResponse(await client.get("/204", { responseType }), { verifier });
		const refused = await client.get("/403", { responseType });
		await assert.rejects(verifyResponse(refused, { verifier }), ({ code }) => code === "error_response");
	}
	const parsed = await client.get("/403");
	await assert.rejects(verifyResponse(parsed, { verifier }), /^TypeError: response\.data .* parsed/);
	assert.equal(explainError(parsed).code, "NO_AUTH");
});
