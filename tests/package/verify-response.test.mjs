import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith, verify as verifyWith } from "node:crypto";
import { createServer, get } from "node:http";
import { Readable } from "node:stream";
import { mock, test } from "node:test";
import { runInNewContext } from "node:vm";
import { ResponseError, responseParts, verifyResponse } from "../../pkg/dist/index.mjs";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const SENT_AT = 1722850421;
const SERIAL = "PUB_KEY_ID_0119000001092024111200000000000000";
const verifier = (message, signature) => verifyWith("sha256", message, publicKey, signature);
const OPTIONS = { verifier, now: SENT_AT * 1000 + 4999, locale: "en" };

/** A response signed by WeChat Pay. */
function signed(status, body = "", headers = {}) {
	const message = `${SENT_AT}\nd824f2e086d3c1df967785d13fcd22ef\n${body}\n`;
	return {
		status,
		headers: {
			"Wechatpay-Timestamp": String(SENT_AT),
			"Wechatpay-Nonce": "d824f2e086d3c1df967785d13fcd22ef",
			"Wechatpay-Serial": SERIAL,
			"Wechatpay-Signature": signWith("sha256", Buffer.from(message), privateKey).toString("base64"),
			"Request-ID": "08F5-0",
			...headers,
		},
		body,
	};
}

const fails = (response, code, options = {}) =>
	assert.rejects(verifyResponse(response, { ...OPTIONS, ...options }), (error) => {
		assert.ok(error instanceof ResponseError, String(error));
		assert.equal(error.name, "ResponseError");
		assert.equal(error.code, code, error.message);
		assert.ok(error.message.length > 0);
		return true;
	});

test("a verified 204 or 200 without a body is a success, and answers nothing", async () => {
	assert.equal(await verifyResponse(signed(204), OPTIONS), undefined);
	assert.equal(await verifyResponse(signed(200), OPTIONS), undefined);
	assert.equal(await verifyResponse(signed(204), { ...OPTIONS, verifier: async () => true }), undefined);
});

test("the verifier gets the message, the signature and its key", async () => {
	let given;
	await verifyResponse(signed(204), {
		...OPTIONS,
		verifier(...args) {
			given = args;
			return true;
		},
	});
	const [message, signature, info] = given;
	assert.ok(message instanceof Uint8Array && signature instanceof Uint8Array);
	assert.equal(Buffer.from(message).toString(), `${SENT_AT}\nd824f2e086d3c1df967785d13fcd22ef\n\n`);
	assert.equal(signature.length, 256);
	assert.deepEqual(info, {
		serial: SERIAL,
		serialKind: "public_key",
		signatureType: "WECHATPAY2-SHA256-RSA2048",
		signatureBase64: Buffer.from(signature).toString("base64"),
		requestId: "08F5-0",
	});
});

/** Headers like those of axios: own names and values, methods of a class, lists of cookies. */
class ClientHeaders {
	constructor(headers) {
		Object.assign(this, headers, { "Set-Cookie": ["a=1", "b=2"], removed: false });
	}
	get(name) {
		return this[name];
	}
	toJSON() {
		return { ...this };
	}
	[Symbol.iterator]() {
		return Object.entries(this.toJSON())[Symbol.iterator]();
	}
}

test("headers come as every client has them", async () => {
	const { status, headers, body } = signed(204);
	const pairs = Object.entries(headers);
	const lower = pairs.map(([name, value]) => [name.toLowerCase(), value]);
	for (const form of [
		headers,
		Object.fromEntries(lower),
		Object.assign(Object.create(null), headers),
		Object.fromEntries(pairs.map(([name, value]) => [name, [value]])),
		pairs,
		new Map(pairs),
		new Headers(pairs),
		{ ...headers, ":status": 204, "x-absent": undefined, "content-length": 0, get: () => {} },
		pairs.flat(),
		new ClientHeaders(headers),
		runInNewContext("Object.fromEntries(JSON.parse(text))", { text: JSON.stringify(pairs) }),
	]) {
		await verifyResponse({ status, headers: form, body }, OPTIONS);
	}
});

test("a doubled header is refused in every form", async () => {
	const { headers, ...rest } = signed(204);
	const pairs = Object.entries(headers);
	const serial = ["wechatpay-serial", "OTHER"];
	const joined = new Headers(pairs);
	joined.append(...serial);
	for (const form of [
		[...pairs, serial],
		{ ...headers, "wechatpay-serial": "OTHER" },
		{ ...headers, "Wechatpay-Serial": [SERIAL, SERIAL] },
		joined,
	]) {
		await fails({ ...rest, headers: form }, "doubled_header");
	}
});

test("a body is text or bytes", async () => {
	const response = signed(400, '{"code":"PARAM_ERROR","message":"参数错误"}');
	const bytes = new TextEncoder().encode(response.body);
	const foreign = runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] });
	for (const body of [response.body, bytes, Buffer.from(bytes), bytes.buffer, foreign, foreign.buffer]) {
		await fails({ ...response, body }, "error_response");
		const { status, headers } = response;
		await fails({ status, headers, data: body }, "error_response");
		await fails({ statusCode: status, headers, body }, "error_response");
	}
	await fails({ ...response, body: response.body.replace(":", ": ") }, "signature_rejected");
	const { status, headers } = signed(204);
	for (const data of ["", new ArrayBuffer(0), Buffer.alloc(0)]) {
		await verifyResponse({ status, statusText: "", headers: new ClientHeaders(headers), data }, OPTIONS);
	}
});

test("a parsed body is described, with advice", async () => {
	const { status, headers } = signed(204);
	const refuses = (parts, pattern) =>
		assert.rejects(
			verifyResponse({ status, headers, ...parts }, OPTIONS),
			(error) => error instanceof TypeError && pattern.test(error.message) && !/^.{400}/.test(error.message),
		);
	for (const parsed of [{}, { code: "NO_AUTH" }, [], 1, true, null, Object.create(null)]) {
		await refuses(
			{ body: parsed },
			/^response\.body must be the text or the bytes as received, not .* parsed .*axios: responseType/,
		);
		await refuses({ data: parsed }, /^response\.data must be the text or the bytes as received/);
	}
	await refuses({}, /^response\.body is missing: .*text or bytes, or ""/);
	for (const stream of [new ReadableStream(), Readable.from([])]) {
		await refuses({ body: stream }, /is a stream: read it to its end/);
	}
	await refuses({ body: new DataView(new ArrayBuffer(1)) }, /not another view of bytes/);
	const hostile = new Proxy(
		{},
		{
			get() {
				throw new Error("no");
			},
		},
	);
	await refuses({ body: hostile }, /^response\.body must be/);
	const used = new Response("text");
	await used.text();
	await assert.rejects(verifyResponse(used, OPTIONS), /the response's body was read before/);
	const texts = new ReadableStream({ start: (controller) => controller.enqueue("text") });
	await assert.rejects(verifyResponse(new Response(texts), OPTIONS), /must consist of bytes/);
});

test("the answers of fetch and of node:http are verified as they come", async () => {
	const { headers, body } = signed(400, '{"code":"NO_AUTH","message":"x"}');
	const server = createServer((_, response) => response.writeHead(400, headers).end(body));
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const url = `http://127.0.0.1:${server.address().port}/`;
	try {
		await fails(await fetch(url), "error_response");

		const parts = await responseParts(await fetch(url));
		assert.equal(Buffer.from(parts.body).toString(), body);
		await fails(parts, "error_response");

		const incoming = await new Promise((resolve, reject) => get(url, resolve).on("error", reject));
		const chunks = await incoming.toArray();
		for (const form of [incoming.headers, incoming.headersDistinct, incoming.rawHeaders]) {
			const { statusCode } = incoming;
			await fails({ statusCode, headers: form, body: Buffer.concat(chunks) }, "error_response");
		}
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

test("a long body is not read to its end, and its answer is an answer all the same", async () => {
	const MAX_BYTES = 1 << 20;
	let read = 0;
	let cancelled = false;
	const endless = new ReadableStream({
		pull(controller) {
			read += 1;
			controller.enqueue(new Uint8Array(1 << 16).fill(0x20));
		},
		cancel() {
			cancelled = true;
		},
	});
	const { headers } = signed(204);
	const parts = await responseParts(new Response(endless, { status: 200, headers }));
	assert.ok(read < 32 && cancelled, `${read} chunks were read`);
	assert.equal(parts.body.length, MAX_BYTES + 1);
	await fails(parts, "unverified_error_response");
	const long = " ".repeat(MAX_BYTES + 1);
	for (const status of [200, 400, 500]) {
		for (const body of [long, Buffer.from(long), `${long}${long}`]) {
			await fails(signed(status, body), "unverified_error_response");
		}
		await assert.rejects(verifyResponse(signed(status, long), OPTIONS), /too long, not verified/);
	}
	await fails(signed(200, long.slice(1)), "unexpected_body");
	const empty = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) });
	assert.equal((await responseParts(new Response(empty))).body.length, 0);
});

test("each way not to be a verified success has a name", async () => {
	const probe = { "Wechatpay-Signature": `WECHATPAY/SIGNTEST/${"A".repeat(325)}` };
	await fails({ status: 204, headers: {}, body: "" }, "missing_header");
	await fails({ status: 200, headers: {}, body: "{}" }, "unverified_error_response");
	await fails(signed(204, "", { "Wechatpay-Timestamp": "now" }), "malformed_timestamp");
	await fails(signed(204, "", { "Wechatpay-Nonce": "a b" }), "malformed_nonce");
	await fails(signed(204, "", { "Wechatpay-Signature-Type": "MD5" }), "unsupported_signature_type");
	await fails(signed(204, "", probe), "signature_probe");
	await fails(signed(204, "", { "Wechatpay-Signature": "?" }), "signature_not_base64");
	await fails(signed(204, "", { "Wechatpay-Signature": "AAAA" }), "signature_length");
	await fails(signed(204), "signature_rejected", { verifier: () => false });
	await fails(signed(204, " "), "unexpected_body");
	await fails(signed(200, "{}"), "unexpected_body");
	await fails(signed(202), "not_processed");
	await fails(signed(201), "unexpected_status");
	await fails(signed(400, "{}"), "error_response");
	await fails({ status: 400, headers: {}, body: "{}" }, "unverified_error_response");
});

test("an unknown key differs from a wrong signature", async () => {
	const unknown = async () => "unknown_key";
	await fails(signed(204), "unknown_key", { verifier: unknown });
	await fails(signed(400, "{}"), "unknown_key", { verifier: unknown });
	const certificate = signed(204, "", { "Wechatpay-Serial": "4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A" });
	for (const [response, locale, words] of [
		[signed(204), "en", /"PUB_KEY_ID_0119.*get this public key of WeChat Pay/],
		[certificate, "en", /"4DF076AC.*Wechatpay-Serial header/],
		[signed(204), "zh-CN", /没有签名所用的密钥 "PUB_KEY_ID_0119.*公钥/],
		[certificate, "zh-CN", /平台证书.*Wechatpay-Serial/],
	]) {
		await assert.rejects(verifyResponse(response, { ...OPTIONS, verifier: unknown, locale }), words);
	}
});

test("only true is a yes: everything else that a verifier does is a failure with its cause", async () => {
	for (const answer of [undefined, null, 1, "true", "unknown", {}, [], () => true, new Boolean(true)]) {
		for (const verifier of [() => answer, async () => answer]) {
			await assert.rejects(verifyResponse(signed(204), { ...OPTIONS, verifier }), (error) => {
				assert.equal(error.code, "verifier_failed");
				assert.ok(
					error.cause instanceof TypeError && /true, false or "unknown_key"/.test(error.cause.message),
				);
				return true;
			});
		}
	}
	const cause = new Error("the key store is closed");
	const hostile = Object.create(null);
	for (const thrown of [cause, hostile, undefined, "text"]) {
		for (const verifier of [
			() => {
				throw thrown;
			},
			() => Promise.reject(thrown),
		]) {
			await assert.rejects(
				verifyResponse(signed(204), { ...OPTIONS, verifier }),
				(error) => error.code === "verifier_failed" && error.cause === thrown && error.requestId === "08F5-0",
			);
		}
	}
	await assert.rejects(
		verifyResponse(signed(204), { ...OPTIONS, verifier: () => Promise.reject(cause) }),
		/the verifier failed .*the key store is closed/,
	);
});

test("an error response is explained in the requested language", async () => {
	const body = '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}';
	for (const [response, code] of [
		[signed(400, body), "error_response"],
		[{ status: 400, headers: { "request-id": "08F5-1" }, body }, "unverified_error_response"],
	]) {
		const error = await verifyResponse(response, OPTIONS).catch((error) => error);
		assert.equal(error.code, code);
		assert.equal(error.explanation.cause, "balance_path_missing");
		assert.equal(error.explanation.fields[0].pointer, "/balance_information/balance_path");
		assert.deepEqual(error.retry, { kind: "never" });
		assert.match(error.requestId, /^08F5-/);
		assert.match(error.message, /The path of the stored-value mini program is empty/);
		const chinese = await verifyResponse(response, { ...OPTIONS, locale: undefined }).catch((error) => error);
		assert.match(chinese.message, /path/);
		assert.notEqual(chinese.message, error.message);
	}
	const probe = signed(204, "", { "Wechatpay-Signature": "WECHATPAY/SIGNTEST/A" });
	const error = await verifyResponse(probe, OPTIONS).catch((error) => error);
	assert.deepEqual(error.retry, { kind: "same_parameters" });
	assert.equal(error.explanation, undefined);
});

test("a body overrides the status of a success", async () => {
	const xml =
		"<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[签名错误]]></return_msg></xml>";
	for (const [body, cause, retry] of [
		['{"code":"SYSTEM_ERROR"}', "system_error", "same_parameters"],
		['{"message":"no Route matched"}', "body_contradicts_status", "never"],
		['{"errcode":40001,"errmsg":"invalid credential"}', "other_api", "never"],
		[xml, "other_api", "never"],
		["<!DOCTYPE html><title>Log in to the Wi-Fi</title>", "foreign_body", "never"],
	]) {
		const error = await verifyResponse({ status: 200, headers: {}, body }, OPTIONS).catch((error) => error);
		assert.equal(error.code, "unverified_error_response", body);
		assert.equal(error.explanation.cause, cause);
		assert.equal(error.retry.kind, retry);
		assert.equal(error.mayHaveUpdated, true);
		const code = cause === "foreign_body" ? "unexpected_body" : "error_response";
		await fails(signed(200, body), code);
		await fails(signed(204, body), code);
	}
});

test("only WeChat Pay's own error means that nothing was updated", async () => {
	const own = '{"code":"PARAM_ERROR","message":"参数错误"}';
	for (const [response, expected] of [
		[signed(400, own), false],
		[{ status: 400, headers: {}, body: own }, false],
		[{ status: 403, headers: {}, body: "<html>403 Forbidden</html>" }, true],
		[{ status: 404, headers: {}, body: "" }, true],
		[{ status: 401, headers: {}, body: '{"message":"Unauthorized"}' }, true],
		[{ status: 403, headers: {}, body: '{"code":403,"message":"Forbidden"}' }, true],
		[{ status: 500, headers: {}, body: own }, true],
		[{ status: 204, headers: {}, body: "" }, true],
	]) {
		const error = await verifyResponse(response, OPTIONS).catch((error) => error);
		assert.equal(error.mayHaveUpdated, expected, `${response.status} ${response.body}`);
	}
});

test("an answer is fresh within the tolerance, by the given clock or the host's", async () => {
	const at = (seconds) => (SENT_AT + seconds) * 1000;
	await verifyResponse(signed(204), { ...OPTIONS, now: at(299) });
	await verifyResponse(signed(204), { ...OPTIONS, now: at(-299) });
	await fails(signed(204), "stale_timestamp", { now: at(300) });
	await fails(signed(204), "stale_timestamp", { now: at(-300) });
	await fails(signed(204), "stale_timestamp", { now: at(60), toleranceSeconds: 60 });
	await verifyResponse(signed(204), { ...OPTIONS, now: at(3600), toleranceSeconds: 4000 });
	await fails(signed(204), "stale_timestamp", { toleranceSeconds: 0 });
	await fails(signed(204), "stale_timestamp", { now: undefined });
	const clock = mock.method(Date, "now", () => at(0));
	try {
		await verifyResponse(signed(204), { verifier });
	} finally {
		clock.mock.restore();
	}
});

test("the verified body is the one that is evaluated", async () => {
	const response = { ...signed(204), headers: { ...signed(204).headers } };
	await fails({ ...response, headers: {} }, "missing_header");
	for (const text of ["", '{"code":"NO_AUTH","message":"商户暂无权限使用此功能"}']) {
		const status = text === "" ? 200 : 403;
		const body = new TextEncoder().encode(text);
		const headers = { ...signed(status, text).headers };
		const verified = verifyResponse(
			{ status, headers, body },
			{
				...OPTIONS,
				verifier(message, signature) {
					const genuine = verifier(message, signature);
					body.fill(0);
					for (const name of Object.keys(headers)) {
						delete headers[name];
					}
					return genuine;
				},
			},
		);
		if (status === 200) {
			await verified;
		} else {
			await assert.rejects(verified, ({ explanation }) => explanation.code === "NO_AUTH");
		}
	}
});

test("wrong arguments are TypeErrors that name them, and never verified", async () => {
	const refuses = (response, options, ...words) =>
		assert.rejects(verifyResponse(response, options), (error) => {
			assert.ok(error instanceof TypeError, String(error));
			for (const word of words) {
				assert.ok(error.message.includes(word), `${error.message} does not name ${word}`);
			}
			return true;
		});
	await refuses(signed(204), undefined, "options must be an object");
	await refuses(signed(204), {}, "options.verifier is missing");
	await refuses(signed(204), { verifier: publicKey }, "options.verifier");
	for (const now of ["0", Number.NaN, Number.POSITIVE_INFINITY, 1e300, null, new Date()]) {
		await refuses(signed(204), { ...OPTIONS, now }, "options.now", "milliseconds");
	}
	for (const toleranceSeconds of [-1, 0.5, "300", Number.POSITIVE_INFINITY]) {
		await refuses(signed(204), { ...OPTIONS, toleranceSeconds }, "options.toleranceSeconds");
	}
	await refuses(signed(204), { ...OPTIONS, locale: 7 }, "options.locale");
	for (const response of [undefined, null, 204, "204", () => {}]) {
		await refuses(response, OPTIONS, "the response must be an object");
	}
	for (const status of [undefined, "204", 204.5, -1, 1000, 65536 + 204, Number.NaN]) {
		await refuses({ ...signed(204), status }, OPTIONS, "response.status");
	}
	for (const body of [undefined, null, {}, 1, [1], new Uint16Array(1), new ReadableStream()]) {
		await refuses({ ...signed(204), body }, OPTIONS, "response.body");
	}
	for (const headers of [undefined, null, "a: b", 1]) {
		await refuses({ ...signed(204), headers }, OPTIONS, "response.headers must be an object");
	}
	for (const headers of [["a"], [["a"]], [["a", "b", "c"]], new Set(["a"]), [[1, "b"]]]) {
		await refuses({ ...signed(204), headers }, OPTIONS, "pairs of a name and a value");
	}
	const name = "Wechatpay-Nonce";
	for (const headers of [{ [name]: 1 }, { [name]: null }, { [name]: ["b", 1] }, [[name, null]]]) {
		await refuses({ ...signed(204), headers }, OPTIONS, `the value of ${name} must be a string`);
	}
	await assert.rejects(responseParts(signed(204)), TypeError);
});
