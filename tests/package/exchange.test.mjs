/**
 * The whole exchange, end to end: a client without the key prepares, a signing server inspects and signs, an
 * independent gateway verifies every byte and responds, and the response is verified and explained.
 */

import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign as signWith } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, beforeEach, test } from "node:test";
import {
	compareSignInformation,
	explainError,
	inspectMessage,
	NonceMemory,
	PreparedRequest,
	prepare,
	responseParts,
	SendError,
	SigningError,
	send,
	validate,
	verifyResponse,
} from "../../pkg/dist/index.mjs";
import { BACKUP, faults, fetchThrough, MAIN, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";

const data = (name) => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8"));
const example = data("example.json");
const errors = data("errors.json");
const { gateway: known, request: REQUEST, signer: sign, verifier } = parties();
const main = await startGateway(known);
const backup = await startGateway(known);
after(() => Promise.all([main.close(), backup.close()]));
beforeEach(() => {
	for (const gateway of [main, backup]) {
		for (const list of [gateway.answers, gateway.requests, gateway.updates]) {
			list.length = 0;
		}
	}
});

const fetch = fetchThrough({ main: main.url, backup: backup.url });
const OPTIONS = { verifier, fetch, locale: "en", delay: async () => {} };
const nonces = new NonceMemory(1000);

/** The signing server. It has the key, and gets only the message. */
function signingServer(message) {
	const inspection = nonces.remember(inspectMessage(message, { cardIds: [REQUEST.cardId], locale: "en" }));
	if (!inspection.accepted) {
		throw new Error(inspection.refusals.map(({ code }) => code).join());
	}
	return sign(Buffer.from(inspection.message));
}

const UNSIGNED = { ...REQUEST, payload: example, signer: signingServer };
const signed = (payload = example, signer = signingServer, options = {}) => {
	const request = PreparedRequest.from(
		JSON.parse(JSON.stringify(prepare(payload, { ...REQUEST, ...options }))),
	);
	return request.complete(signer(Buffer.from(request.message)));
};
const caught = (promise) =>
	promise.then(
		() => assert.fail("it succeeded"),
		(error) => {
			assert.ok(error instanceof SendError, String(error));
			return error;
		},
	);
const failure = (options = {}, request = UNSIGNED) => caught(send(request, { ...OPTIONS, ...options }));

test("an update arrives byte for byte", async () => {
	await send(UNSIGNED, OPTIONS);
	assert.equal(main.requests.length, 1);
	const [{ method, url, headers, body }] = main.requests;
	const expected = validate(example).body;
	assert.equal(method, "PATCH");
	assert.equal(url, `/v3/marketing/membercard-open/cards/${REQUEST.cardId}`);
	assert.equal(body.toString("utf8"), expected);
	assert.equal(headers["content-length"], String(Buffer.byteLength(expected)));
	assert.equal(headers["content-type"], "application/json");
	assert.equal(headers.accept, "application/json");
	assert.match(headers["user-agent"], /^wechatpay-membercard\/\d/);
	assert.deepEqual(main.updates, [expected]);
});

test("single steps have the same result", async () => {
	const request = signed();
	const response = await fetch(request.url, request);
	assert.equal(response.status, 204);
	await verifyResponse(response, { verifier });
	assert.deepEqual(main.updates, [request.body]);
});

for (const signedResponse of [false, true]) {
	for (const { status, code, description } of errors) {
		test(`${status} ${code} ${description}, ${signedResponse ? "" : "not "}signed`, async () => {
			const answer = { status, code, message: description, signed: signedResponse };
			const repeated = status === 500;
			main.answers.push(...Array.from({ length: 3 }, () => answer));
			const error = await failure({ attempts: 3 });
			assert.equal(error.code, signedResponse ? "error_response" : "unverified_error_response");
			assert.equal(error.attempts.length, repeated ? 3 : 1);
			assert.equal(main.requests.length, error.attempts.length);
			assert.equal(backup.requests.length, 0, "an error answer never switches hosts");
			assert.equal(error.mayHaveUpdated, repeated);
			assert.equal(error.explanation.code, code.replace(" ", "_"));
			assert.equal(error.explanation.message, description);
			assert.equal(error.explanation.known, true);
			assert.ok(error.explanation.title.length > 0 && error.explanation.action.length > 0);
			assert.deepEqual(error.retry, { kind: repeated ? "same_parameters" : "never" });
			assert.ok(error.message.includes(error.explanation.title));
			assert.equal(error.requestId, error.attempts.at(-1).requestId);
			assert.deepEqual(
				explainError({ status, body: JSON.stringify(answer) }, "en").cause,
				error.explanation.cause,
			);
		});
	}
}

test("a system error that passes is repeated with the same parameters, signed anew", async () => {
	main.answers.push(faults.systemError, faults.systemError);
	await send(UNSIGNED, OPTIONS);
	assert.equal(main.requests.length, 3);
	const digests = main.requests.map(({ body }) => createHash("sha256").update(body).digest("hex"));
	assert.equal(new Set(digests).size, 1);
	assert.equal(new Set(main.requests.map(({ headers }) => headers.authorization)).size, 3);
});

test("a body that is changed after it was signed is refused, and the difference is found", async () => {
	const tampering = (url, init) =>
		fetch(url, { ...init, body: Buffer.from(Buffer.from(init.body).toString().replace("{", "{ ")) });
	const error = await failure({ fetch: tampering });
	assert.equal(error.code, "unverified_error_response");
	assert.equal(error.explanation.code, "SIGN_ERROR");
	assert.ok(error.explanation.checklist.length > 5);
	assert.equal(error.mayHaveUpdated, false);
	assert.equal(error.signComparison.equal, false);
	assert.deepEqual(
		error.signComparison.differences.map(({ line }) => line),
		["body"],
	);
	const { theirs, ourBytes } = error.signComparison.length;
	assert.equal(theirs, ourBytes + 1);
	assert.equal(main.updates.length, 0);

	// Step by step, with a request signed elsewhere.
	const request = prepare(example, REQUEST);
	const sent = request.complete(signingServer(request.message));
	const { explanation } = await caught(send(sent, { ...OPTIONS, fetch: tampering }));
	const comparison = compareSignInformation(explanation.signInformation, request.message);
	assert.deepEqual(
		comparison.differences.map(({ line }) => line),
		["body"],
	);
});

test("a wrong key is refused, and the message is not to blame", async () => {
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const error = await failure(
		{},
		{ ...UNSIGNED, signer: (message) => signWith("sha256", message, privateKey) },
	);
	assert.equal(error.explanation.code, "SIGN_ERROR");
	assert.equal(error.signComparison.equal, true);
	assert.equal(error.attempts.length, 1);
});

test("another certificate than the merchant's is refused", async () => {
	const error = await failure({}, { ...UNSIGNED, serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB" });
	assert.equal(error.explanation.code, "SIGN_ERROR");
	assert.equal(error.signComparison, undefined);
});

test("a repeated message is signed by no guard, and a repeated request accepted by no gateway", async () => {
	const request = prepare(example, REQUEST);
	const sent = request.complete(signingServer(request.message));
	assert.throws(() => signingServer(request.message), /^Error: replayed_nonce$/);
	await send(sent, OPTIONS);
	const error = await failure({}, sent);
	assert.equal(error.explanation.code, "SIGN_ERROR");
	assert.equal(main.updates.length, 1);
});

test("the guard signs nothing but an update of the expected card", async () => {
	for (const change of [
		{ cardId: "pOtherCard0000000000000000000" },
		{ payload: { title: "a", unknown: 1 } },
	]) {
		await assert.rejects(
			send({ ...UNSIGNED, ...change }, OPTIONS),
			(error) => error instanceof SigningError && /unexpected_card|refused_warning/.test(error.message),
		);
	}
	const update = prepare(example, REQUEST).message;
	const refund = `POST\n/v3/refund/domestic/refunds\n${update.split("\n").slice(2).join("\n")}`;
	assert.throws(() => signingServer(refund), /wrong_method,wrong_path/);
	assert.equal(main.requests.length, 0);
});

test("a clock that is wrong is found out in both directions", async () => {
	for (const minutes of [-10, 10]) {
		const clock = () => Date.now() + minutes * 60_000;
		// If our clock is wrong, the guard refuses, …
		await assert.rejects(send(UNSIGNED, { ...OPTIONS, clock }), /stale_timestamp/);
		// … and if the guard's clock is wrong, too, the gateway refuses.
		const error = await failure({ clock }, { ...UNSIGNED, signer: sign });
		assert.match(error.explanation.message, /5分钟/);
		assert.equal(error.mayHaveUpdated, false);
		// Their clock is wrong, or the response is old.
		main.answers.push({ shift: minutes * 60 });
		const stale = await failure();
		assert.equal(stale.code, "stale_timestamp");
		assert.equal(stale.mayHaveUpdated, true);
		assert.equal(main.updates.pop(), validate(example).body);
	}
	main.answers.push(faults.stale);
	assert.equal((await failure()).code, "stale_timestamp");
});

test("a connection that is cut leads to the other host", async () => {
	main.answers.push(faults.cut);
	const attempts = [];
	await send(UNSIGNED, { ...OPTIONS, onAttempt: (attempt) => attempts.push(attempt) });
	assert.deepEqual(
		attempts.map(({ url, status }) => [new URL(url).host, status]),
		[
			[MAIN, undefined],
			[BACKUP, 204],
		],
	);
	assert.equal(attempts[0].mayHaveUpdated, true);
	assert.equal(backup.updates.length, 1);

	main.answers.push(faults.cut);
	backup.answers.push(faults.cut);
	const error = await failure();
	assert.equal(error.code, "unknown_outcome");
	assert.equal(error.attempts.length, 2);
});

test("if a host is down, the other one is used", async () => {
	const down = await startGateway(known);
	await down.close();
	await send(UNSIGNED, { ...OPTIONS, fetch: fetchThrough({ main: down.url, backup: backup.url }) });
	assert.equal(backup.updates.length, 1);
	const error = await failure({ fetch: fetchThrough({ main: down.url, backup: down.url }) });
	assert.equal(error.code, "unreachable");
	assert.equal(error.mayHaveUpdated, false);
});

test("a gateway that is slow leads to the other host, or to a doubt", async () => {
	main.answers.push(faults.slow);
	await send(UNSIGNED, { ...OPTIONS, timeoutMs: 150 });
	assert.equal(backup.updates.length, 1);

	main.answers.push(faults.slow);
	backup.answers.push(faults.slow);
	const error = await failure({ timeoutMs: 150 });
	assert.equal(error.code, "unknown_outcome");
	assert.equal(error.cause.name, "TimeoutError");
	assert.equal(error.mayHaveUpdated, true);
});

test("a caller who aborts a slow request learns that the outcome is unknown", async () => {
	main.answers.push(faults.slow);
	const controller = new AbortController();
	const sending = failure({ signal: controller.signal });
	while (main.requests.length === 0) {
		await new Promise((resolve) => setImmediate(resolve));
	}
	controller.abort();
	const error = await sending;
	assert.equal(error.code, "aborted");
	assert.equal(error.cause.name, "AbortError");
	assert.equal(error.mayHaveUpdated, true);
	assert.equal(backup.requests.length, 0);
});

test("a probe is not believed, and repeated", async () => {
	main.answers.push(faults.probe);
	const attempts = [];
	await send(UNSIGNED, { ...OPTIONS, onAttempt: (attempt) => attempts.push(attempt) });
	assert.equal(attempts[0].error.code, "signature_probe");
	assert.equal(attempts.length, 2);
});

test("a success that WeChat Pay did not sign is none", async () => {
	for (const [fault, code] of [
		[faults.unsigned, "missing_header"],
		[faults.forged, "signature_rejected"],
		[{ headers: { "Wechatpay-Serial": "PUB_KEY_ID_0" } }, "unknown_key"],
		[{ headers: { "Wechatpay-Nonce": "0" } }, "signature_rejected"],
		[{ headers: { "Wechatpay-Nonce": ["0", "1"] } }, "doubled_header"],
		[{ status: 200, text: "", signed: false }, "missing_header"],
		[{ status: 200, text: "OK", signed: false }, "unverified_error_response"],
		[{ status: 200, text: "{}" }, "unexpected_body"],
		[{ status: 201 }, "unexpected_status"],
	]) {
		main.answers.push(fault);
		const error = await failure();
		assert.equal(error.code, code);
		assert.equal(error.attempts.length, 1, "a repetition would not help");
		assert.equal(error.mayHaveUpdated, true);
	}
	assert.equal(backup.requests.length, 0);
});

test("garbage, refusals to work and accepted requests are waited out", async () => {
	const pauses = [];
	const delay = async (milliseconds) => {
		pauses.push(milliseconds);
	};
	for (const fault of [faults.html, faults.tooFast, faults.unavailable, faults.notProcessed]) {
		main.answers.push(fault);
		await send(UNSIGNED, { ...OPTIONS, delay });
	}
	assert.deepEqual(pauses, [1000, 1000, 1000, 1000]);
	main.answers.push(...Array.from({ length: 4 }, () => faults.html));
	const error = await failure();
	assert.equal(error.code, "unverified_error_response");
	assert.deepEqual(error.retry, { kind: "wait" });
	assert.equal(error.explanation.known, false);
	main.answers.push(...Array.from({ length: 4 }, () => faults.tooFast));
	assert.equal((await failure()).mayHaveUpdated, false, "429 means that it was not carried out");
});

test("a response with a long body counts as a response: no other host is tried", async () => {
	const text = " ".repeat((1 << 20) + 1);
	for (const status of [200, 400, 403]) {
		for (const signed of [false, true]) {
			main.answers.push({ status, text, signed });
			const error = await failure();
			assert.equal(error.code, "unverified_error_response");
			assert.deepEqual(
				error.attempts.map(({ status }) => status),
				[status],
			);
			assert.equal(error.mayHaveUpdated, true);
		}
	}
	assert.equal(backup.requests.length, 0);
});

test("an error is one under any status, and a proxy's refusal leaves a doubt", async () => {
	const error200 = { status: 200, text: '{"code":"NO_AUTH","message":"商户暂无权限使用此功能"}' };
	for (const [fault, code, cause] of [
		[error200, "error_response", "no_permission"],
		[{ ...error200, signed: false }, "unverified_error_response", "no_permission"],
		[
			{ status: 200, text: "<html>Log in</html>", signed: false },
			"unverified_error_response",
			"foreign_body",
		],
		[
			{ status: 403, text: "<html>Forbidden</html>", signed: false },
			"unverified_error_response",
			"foreign_body",
		],
		[{ status: 404, text: "", signed: false }, "unverified_error_response", "not_found"],
	]) {
		main.answers.push(fault);
		const error = await failure();
		assert.equal(error.code, code);
		assert.equal(error.explanation.cause, cause);
		assert.equal(error.attempts.length, 1);
		assert.equal(error.mayHaveUpdated, true);
		assert.equal(error.attempts[0].mayHaveUpdated, true);
	}
	main.answers.push({ status: 200, text: '{"code":"SYSTEM_ERROR"}' });
	await send(UNSIGNED, OPTIONS);
});

test("a redirection is not followed", async () => {
	main.answers.push(faults.redirect);
	const error = await failure();
	assert.equal(error.attempts[0].status, 302);
	assert.equal(error.attempts.length, 1);
});

test("the gateway notices each missing or changed part of a request", async () => {
	const changed = (change) => (url, init) => {
		const { headers, method, body } = change({ ...init, headers: { ...init.headers } }) ?? init;
		return fetch(url, { ...init, headers, method, body });
	};
	const header = (name, value) => (init) => {
		init.headers[name] = value;
		return init;
	};
	const authorization = (pattern, value) => (init) => {
		init.headers.Authorization = init.headers.Authorization.replace(pattern, value);
		return init;
	};
	const changes = {
		"Content-Type": header("Content-Type", "text/plain"),
		charset: header("Content-Type", "application/json; charset=gbk"),
		Accept: header("Accept", "*/*"),
		method: (init) => ({ ...init, method: "PUT" }),
		scheme: authorization("WECHATPAY2", "WECHATPAY3"),
		mchid: authorization(/mchid="\d+"/, 'mchid="1900000108"'),
		nonce: authorization(/nonce_str="\w/, 'nonce_str="_'),
		timestamp: authorization(/timestamp="(\d+)"/, (_, digits) => `timestamp="${Number(digits) - 1}"`),
		blank: authorization(",", ", "),
		doubled: authorization(/,/, ',mchid="1900000109",'),
		missing: authorization(/,serial_no="\w+"/, ""),
		"milliseconds ": authorization(/timestamp="(\d+)"/, 'timestamp="$1000"'),
		body: (init) => ({ ...init, body: Buffer.concat([init.body, Buffer.from(" ")]) }),
		"no body": (init) => ({ ...init, body: undefined }),
	};
	for (const [name, change] of Object.entries(changes)) {
		const error = await failure({ fetch: changed(change) });
		assert.ok(error.attempts[0].status >= 400 && error.attempts[0].status < 500, name);
		assert.equal(error.attempts.length, 1, name);
	}
	assert.equal(main.updates.length, 0);
	await send(UNSIGNED, { ...OPTIONS, fetch: changed((init) => init) });
	assert.equal(main.updates.length, 1);
});

test("the parts of an answer can be kept, and verified later", async () => {
	const request = signed();
	const parts = await responseParts(await fetch(request.url, request));
	const kept = { status: parts.status, headers: [...parts.headers], body: parts.body };
	await verifyResponse(structuredClone(kept), { verifier });
	await assert.rejects(
		verifyResponse(kept, { verifier, now: Date.now() + 600_000 }),
		({ code }) => code === "stale_timestamp",
	);
});
