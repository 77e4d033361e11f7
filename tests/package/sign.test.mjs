import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import {
	PreparedRequest,
	prepare,
	SigningError,
	sign,
	ValidationError,
	validate,
} from "../../pkg/dist/index.mjs";

const example = JSON.parse(readFileSync(new URL("../data/example.json", import.meta.url), "utf8"));
const OPTIONS = {
	locale: "en",
	cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
	now: 1554208460000,
};
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const signer = (message) => signWith("sha256", message, privateKey);
const path = `/v3/marketing/membercard-open/cards/${OPTIONS.cardId}`;

test("a prepared request contains the exact message to sign", () => {
	const request = prepare(example, OPTIONS);
	assert.ok(request instanceof PreparedRequest);
	assert.equal(request.method, "PATCH");
	assert.equal(request.url, `https://api.mch.weixin.qq.com${path}`);
	assert.equal(request.body, validate(example).body);
	assert.equal(
		request.message,
		`PATCH\n${path}\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n${request.body}\n`,
	);
	assert.equal(request.timestamp, 1554208460);
	assert.equal(request.nonceStr, OPTIONS.nonceStr);
	assert.equal(request.scheme, "WECHATPAY2-SHA256-RSA2048");
	assert.deepEqual(request.issues, validate(example, OPTIONS).issues);
	assert.equal(new URL(prepare(example, { ...OPTIONS, host: "backup" }).url).host, "api2.mch.weixin.qq.com");
});

test("the signature, as bytes or base64, completes the request", async () => {
	const request = prepare(example, OPTIONS);
	const signature = signer(Buffer.from(request.message));
	const signed = request.complete(signature);
	assert.deepEqual(request.complete(signature.toString("base64")), signed);
	assert.deepEqual(request.complete(new Uint8Array(signature)), signed);
	assert.deepEqual(
		request.complete(runInNewContext("Uint8Array.from(bytes)", { bytes: [...signature] })),
		signed,
	);
	assert.deepEqual(await sign(example, { ...OPTIONS, signer }), signed);
	assert.deepEqual(await sign(example, { ...OPTIONS, signer: async (message) => signer(message) }), signed);
	assert.deepEqual(Object.keys(signed).sort(), ["body", "headers", "method", "url"]);
	assert.equal(signed.method, "PATCH");
	assert.equal(signed.url, request.url);
	assert.equal(signed.body, request.body);
	assert.equal(Object.getPrototypeOf(signed.headers), Object.prototype);
	assert.equal(signed.headers.Accept, "application/json");
	assert.equal(signed.headers["Content-Type"], "application/json");
	const parameters = Object.fromEntries(
		signed.headers.Authorization.replace(/^WECHATPAY2-SHA256-RSA2048 /, "")
			.split(",")
			.map((pair) => pair.match(/^(\w+)="(.*)"$/).slice(1)),
	);
	assert.deepEqual(parameters, {
		mchid: OPTIONS.mchid,
		nonce_str: OPTIONS.nonceStr,
		signature: signature.toString("base64"),
		timestamp: "1554208460",
		serial_no: OPTIONS.serialNo,
	});
	assert.ok(verify("sha256", request.message, publicKey, Buffer.from(parameters.signature, "base64")));
});

test("a signed request can be given to fetch", async () => {
	const signed = await sign(example, { ...OPTIONS, wechatpaySerial: "PUB_KEY_ID_0119000001092024", signer });
	const request = new Request(signed.url, signed);
	assert.equal(request.method, "PATCH");
	assert.equal(await request.text(), signed.body);
	assert.equal(request.headers.get("wechatpay-serial"), "PUB_KEY_ID_0119000001092024");
	assert.equal(request.headers.get("authorization"), signed.headers.Authorization);
});

test("the signer gets the message's bytes and the request", async () => {
	await sign(example, {
		...OPTIONS,
		signer(message, request) {
			assert.ok(request instanceof PreparedRequest);
			assert.equal(Buffer.from(message).toString(), request.message);
			return signer(message);
		},
	});
});

test("an invalid update is refused with all issues, before the signer is called", async () => {
	let asked = 0;
	const options = { ...OPTIONS, mchid: "not a number", signer: () => ++asked };
	const check = (error) => {
		assert.ok(error instanceof ValidationError);
		const places = error.issues.map(({ location, code }) => `${location} ${code}`);
		assert.ok(places.includes("body too_long"), places);
		assert.ok(places.includes("request mchid_format"), places);
		assert.match(error.message, /\/title: .*at most 10/);
		return true;
	};
	const payload = { title: "一二三四五六七八九十一" };
	assert.throws(() => prepare(payload, options), check);
	await assert.rejects(sign(payload, options), check);
	assert.equal(asked, 0);
});

test("a time in milliseconds is refused", () => {
	assert.throws(() => prepare(example, { ...OPTIONS, timestamp: 1554208460123 }), ValidationError);
});

test("unusual values around the body are warnings of the request", () => {
	const { issues } = prepare(example, { ...OPTIONS, serialNo: "5157" });
	assert.ok(issues.some(({ code, location }) => code === "serial_no_unusual" && location === "request"));
});

test("values that cannot be signatures are SigningErrors", async () => {
	const request = prepare(example, OPTIONS);
	const base64 = signer(Buffer.from(request.message)).toString("base64");
	const wrong = [
		"",
		new Uint8Array(),
		"c2lnbmF0dXJl",
		new Uint8Array(255),
		`${base64}\n`,
		`${base64.slice(0, 80)}\r\n${base64.slice(80)}`,
		Buffer.from(base64, "base64").toString("hex"),
		base64.slice(0, -2),
		Buffer.from(base64),
		"会员卡",
		"A".repeat(2 ** 20),
		new Uint8Array(2 ** 20),
	];
	for (const signature of wrong) {
		assert.throws(
			() => request.complete(signature),
			(error) => error instanceof SigningError && error.cause instanceof Error && error.message !== "",
			String(signature).slice(0, 40),
		);
		await assert.rejects(sign(example, { ...OPTIONS, signer: () => signature }), SigningError);
	}
	for (const signature of [undefined, null, 1, {}, new Uint16Array(256)]) {
		assert.throws(() => request.complete(signature), { name: "SigningError", code: "no_signature" });
	}
	for (const [signature, code] of [
		["", "empty"],
		[new ArrayBuffer(255), "wrong_length"],
		[`${base64}\n`, "contains_whitespace"],
		[Buffer.from(base64, "base64").toString("hex"), "looks_like_hex"],
		[base64.slice(0, -2), "wrong_padding"],
	]) {
		assert.throws(() => request.complete(signature), { name: "SigningError", code });
	}
	const failing = { ...OPTIONS, signer: () => Promise.reject(new Error("closed")) };
	await assert.rejects(sign(example, failing), { name: "SigningError", code: "signer_failed" });
	const complete = request.complete(base64);
	// As WebCrypto returns it.
	const { buffer } = Uint8Array.from(Buffer.from(base64, "base64"));
	assert.deepEqual(request.complete(buffer), complete);
	assert.deepEqual(await sign(example, { ...OPTIONS, signer: () => buffer }), complete);
});

test("a request travels to another process as data", () => {
	const options = { ...OPTIONS, host: "backup", wechatpaySerial: "PUB_KEY_ID_0119000001092024" };
	const request = prepare(example, options);
	const data = JSON.parse(JSON.stringify(request));
	assert.deepEqual(data, request.toJSON());
	assert.deepEqual(structuredClone(request.toJSON()), data);
	const there = PreparedRequest.from(data);
	assert.ok(there instanceof PreparedRequest);
	assert.deepEqual(there.toJSON(), data);
	const signature = signer(Buffer.from(there.message));
	assert.deepEqual(there.complete(signature), request.complete(signature));
});

test("a request that was changed on the way is refused", () => {
	const data = prepare(example, OPTIONS).toJSON();
	const changes = {
		method: "POST",
		url: "https://example.com/",
		body: '{"title":"b"}',
		message: `${data.message}\n`,
		timestamp: data.timestamp + 1,
		nonceStr: "0",
		cardId: "other",
		mchid: "1900000110",
		serialNo: "no serial",
		host: "backup",
		scheme: "RSA",
	};
	for (const [name, value] of Object.entries(changes)) {
		const changed = { ...data, [name]: value };
		const attempt = () => PreparedRequest.from(changed);
		if (name === "mchid") {
			// The merchant's number is not part of the message.
			assert.equal(attempt().mchid, value);
		} else {
			assert.throws(attempt, Error, name);
		}
	}
	for (const name of Object.keys(data)) {
		assert.throws(() => PreparedRequest.from({ ...data, [name]: undefined }), Error, name);
	}
	assert.throws(() => PreparedRequest.from({}), Error);
	assert.throws(
		() => PreparedRequest.from({ ...data, body: '{"title":1}' }),
		(error) => error instanceof ValidationError && error.issues[0].code === "wrong_type",
	);
});

test("the options of the validation go with the request", () => {
	const imageHosts = ["images.example"];
	const request = prepare({ logo_url: "https://images.example/a.png" }, { ...OPTIONS, imageHosts });
	request.complete(signer(Buffer.from(request.message)));
	assert.throws(() => PreparedRequest.from(request.toJSON()), ValidationError);
	const there = PreparedRequest.from(request.toJSON(), { imageHosts });
	there.complete(signer(Buffer.from(there.message)));
});

test("a prepared request cannot be changed", () => {
	const request = prepare(example, OPTIONS);
	assert.throws(() => {
		request.body = "{}";
	}, TypeError);
	assert.throws(() => {
		request.extra = 1;
	}, TypeError);
});

test("each request has a new nonce and the current time unless given", () => {
	const { timestamp, nonceStr, ...rest } = OPTIONS;
	const [first, second] = [prepare(example, rest), prepare(example, rest)];
	assert.notEqual(first.nonceStr, second.nonceStr);
	assert.match(first.nonceStr, /^[0-9A-F]{32}$/);
	assert.ok(first.message.includes(`\n${first.timestamp}\n${first.nonceStr}\n`));
});
