import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith } from "node:crypto";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { prepare, SendError, SigningError, send, sign, ValidationError } from "../../pkg/dist/index.mjs";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const signer = (message) => signWith("sha256", message, privateKey);
const REQUEST = {
	cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
};
const UNSIGNED = { ...REQUEST, payload: { title: "会员卡" }, signer };
const SIGNATURE = "A".repeat(342).concat("==");

/** An answer that a verifier which always agrees takes for genuine. */
function answer(status, body = null) {
	const headers = {
		"Wechatpay-Timestamp": String(Math.floor(Date.now() / 1000)),
		"Wechatpay-Nonce": "d824f2e086d3c1df967785d13fcd22ef",
		"Wechatpay-Serial": "PUB_KEY_ID_1",
		"Wechatpay-Signature": SIGNATURE,
		"Request-ID": `08F5-${status}`,
	};
	return new Response(body, { status, headers });
}

/** A fetch that answers one after the other, and the options to send through it without waiting. */
function scripted(...answers) {
	const calls = [];
	const pauses = [];
	const attempts = [];
	return {
		calls,
		pauses,
		attempts,
		hosts: () => calls.map(({ url }) => new URL(url).host.split(".")[0]),
		options: {
			verifier: () => true,
			locale: "en",
			fetch: async (url, init) => {
				calls.push({ url, init });
				const next = answers[calls.length - 1];
				assert.ok(next !== undefined, "one request too many");
				return typeof next === "function" ? next(init) : next;
			},
			delay: async (milliseconds) => {
				pauses.push(milliseconds);
			},
			onAttempt: (attempt) => attempts.push(attempt),
		},
	};
}

const network = (code) => () => {
	throw Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(code), { code }) });
};
const hang = ({ signal }) =>
	new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
/** One that does not even look at the signal. */
const deaf = () => new Promise(() => {});

const caught = (promise) =>
	promise.then(
		() => assert.fail("it succeeded"),
		(error) => error,
	);

test("the exact signed bytes are sent, once, and nothing else", async () => {
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	const { calls, options, attempts } = scripted(answer(204));
	assert.equal(await send(signed, options), undefined);
	const [{ url, init }] = calls;
	assert.equal(url, signed.url);
	assert.equal(init.method, "PATCH");
	assert.deepEqual(init.headers, signed.headers);
	assert.ok(init.body instanceof Uint8Array);
	assert.equal(Buffer.from(init.body).toString("utf8"), signed.body);
	assert.equal(init.redirect, "manual");
	assert.equal(init.signal.aborted, false);
	assert.deepEqual(Object.keys(init).sort(), ["body", "headers", "method", "redirect", "signal"]);
	assert.equal(attempts.length, 1);
	const { milliseconds, ...attempt } = attempts[0];
	assert.ok(Number.isInteger(milliseconds) && milliseconds >= 0);
	assert.deepEqual(attempt, {
		number: 1,
		url: signed.url,
		status: 204,
		requestId: "08F5-204",
		mayHaveUpdated: true,
	});
});

test("every attempt is signed anew, with a time and a nonce of its own", async () => {
	let now = Date.now();
	const { calls, options, pauses } = scripted(answer(500, "{}"), answer(202), answer(429, "{}"), answer(204));
	await send(UNSIGNED, {
		...options,
		clock: () => now++,
		delay(milliseconds) {
			now += milliseconds;
			return options.delay(milliseconds);
		},
	});
	const headers = calls.map(({ init }) => init.headers.Authorization);
	for (const pattern of [/nonce_str="(\w+)"/, /timestamp="(\d+)"/, /signature="([^"]+)"/]) {
		assert.equal(new Set(headers.map((header) => pattern.exec(header)[1])).size, 4, String(pattern));
	}
	assert.equal(new Set(calls.map(({ url }) => url)).size, 1);
	assert.deepEqual(pauses, [1000, 2000, 4000]);
});

test("the answer decides whether the request is repeated", async () => {
	const probe = () => {
		const response = answer(204);
		response.headers.set("Wechatpay-Signature", `WECHATPAY/SIGNTEST/${"A".repeat(300)}`);
		return response;
	};
	for (const [first, expected] of [
		[() => answer(500, "{}"), [1000]],
		[() => answer(202), [1000]],
		[() => answer(429, "{}"), [1000]],
		[() => answer(502, "<html>"), [1000]],
		[() => answer(503, "{}"), [1000]],
		[() => answer(504, ""), [1000]],
		[probe, []],
	]) {
		const { options, hosts, pauses } = scripted(first, answer(204));
		await send(UNSIGNED, options);
		assert.deepEqual(hosts(), ["api", "api"]);
		assert.deepEqual(pauses, expected);
	}
	for (const status of [400, 401, 403, 404, 405, 301, 201]) {
		const { options, calls } = scripted(() => answer(status, "{}"));
		const error = await caught(send(UNSIGNED, options));
		assert.ok(error instanceof SendError, String(error));
		assert.equal(error.code, status === 201 ? "unexpected_status" : "error_answer");
		assert.equal(calls.length, 1, String(status));
		assert.equal(error.mayHaveUpdated, status < 400, String(status));
	}
});

test("without an answer, the other host is asked once", async () => {
	for (const failure of [network("ECONNRESET"), network("ECONNREFUSED"), hang, deaf]) {
		const { options, hosts, pauses, attempts } = scripted(failure, answer(204));
		await send(UNSIGNED, { ...options, timeoutMs: 10 });
		assert.deepEqual(hosts(), ["api", "api2"]);
		assert.deepEqual(pauses, []);
		assert.equal(attempts[0].status, undefined);
		assert.equal(attempts[1].error, undefined);
	}
	const backup = scripted(network("ECONNRESET"), answer(204));
	await send({ ...UNSIGNED, host: "backup" }, backup.options);
	assert.deepEqual(backup.hosts(), ["api2", "api"]);

	const mixed = scripted(network("ECONNRESET"), answer(500, "{}"), network("ECONNRESET"));
	const error = await caught(send(UNSIGNED, mixed.options));
	assert.deepEqual(mixed.hosts(), ["api", "api2", "api2"]);
	assert.equal(error.code, "unknown_outcome");
});

test("what is known about the outcome is told", async () => {
	const refused = scripted(network("ECONNREFUSED"), network("ENOTFOUND"));
	let error = await caught(send(UNSIGNED, refused.options));
	assert.equal(error.code, "unreachable");
	assert.equal(error.mayHaveUpdated, false);
	assert.deepEqual(error.retry, { kind: "wait" });
	assert.match(error.message, /nothing was sent/);
	assert.equal(error.cause.cause.code, "ENOTFOUND");
	assert.deepEqual(
		error.attempts.map(({ number, mayHaveUpdated }) => [number, mayHaveUpdated]),
		[
			[1, false],
			[2, false],
		],
	);

	const half = scripted(network("ECONNRESET"), network("ECONNREFUSED"));
	error = await caught(send(UNSIGNED, half.options));
	assert.equal(error.code, "unknown_outcome");
	assert.equal(error.mayHaveUpdated, true);

	const answered = scripted(network("ECONNRESET"), answer(400, "{}"));
	error = await caught(send(UNSIGNED, answered.options));
	assert.equal(error.code, "error_answer");
	assert.equal(error.mayHaveUpdated, true, "the first attempt may have updated the card");

	const failing = scripted(...Array.from({ length: 4 }, () => () => answer(500, "{}")));
	error = await caught(send(UNSIGNED, { ...failing.options, locale: undefined }));
	assert.equal(error.code, "error_answer");
	assert.equal(error.attempts.length, 4);
	assert.equal(error.requestId, "08F5-500");
	assert.equal(error.explanation.status, 500);
	assert.deepEqual(error.retry, { kind: "same_parameters" });
	assert.equal(error.mayHaveUpdated, true);
	assert.match(error.message, /（HTTP 500，已验签）/);

	const forged = scripted(() => answer(204));
	error = await caught(send(UNSIGNED, { ...forged.options, verifier: () => false }));
	assert.equal(error.code, "signature_rejected");
	assert.equal(error.mayHaveUpdated, true);
	assert.equal(forged.calls.length, 1);

	const unknown = scripted(() => answer(204));
	error = await caught(send(UNSIGNED, { ...unknown.options, verifier: () => "unknown_key" }));
	assert.equal(error.code, "unknown_key");
	assert.equal(error.mayHaveUpdated, true);
	assert.deepEqual(error.retry, { kind: "never" });
});

test("a request that is signed already is sent once, whatever happens", async () => {
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	for (const [failure, code, retry] of [
		[() => answer(500, "{}"), "error_answer", "same_parameters"],
		[() => answer(429, "{}"), "error_answer", "wait"],
		[network("ECONNRESET"), "unknown_outcome", "backup_host"],
		[network("ECONNREFUSED"), "unreachable", "backup_host"],
	]) {
		const { options, calls } = scripted(failure);
		const error = await caught(send(signed, options));
		assert.equal(error.code, code);
		assert.equal(error.retry.kind, retry);
		assert.equal(calls.length, 1);
	}
});

test("attempts and time are bounded", async () => {
	const two = scripted(
		() => answer(500, "{}"),
		() => answer(500, "{}"),
	);
	assert.equal((await caught(send(UNSIGNED, { ...two.options, attempts: 2 }))).attempts.length, 2);

	const poor = scripted(() => answer(500, "{}"));
	const error = await caught(send(UNSIGNED, { ...poor.options, budgetMs: 900 }));
	assert.equal(error.code, "error_answer", "the pause would not fit into the budget");
	assert.equal(poor.calls.length, 1);

	for (const failure of [hang, deaf]) {
		const slow = scripted(failure, failure);
		const error = await caught(send(UNSIGNED, { ...slow.options, budgetMs: 20 }));
		assert.equal(error.code, "unknown_outcome");
		assert.equal(error.cause.name, "TimeoutError");
		assert.equal(slow.calls.length, 1);
	}

	const waiting = scripted(() => answer(500, "{}"));
	const started = performance.now();
	const forever = () => new Promise(() => {});
	const given = await caught(send(UNSIGNED, { ...waiting.options, budgetMs: 1020, delay: forever }));
	assert.equal(given.code, "error_answer", "the last answer is told, not the end of the pause");
	assert.ok(performance.now() - started < 5000);
	assert.equal(waiting.calls.length, 1);
});

test("no timer is left behind", async () => {
	const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
	const before = timers();
	const { options } = scripted(network("ECONNRESET"), () => answer(500, "{}"), answer(204));
	await send(UNSIGNED, options);
	await caught(send(UNSIGNED, scripted(() => answer(400, "{}")).options));
	assert.equal(timers(), before);
});

test("a signer or a verifier that does not end is given up", async () => {
	const { options, calls } = scripted(answer(204));
	const never = () => new Promise(() => {});
	const unsigned = await caught(send({ ...UNSIGNED, signer: never }, { ...options, budgetMs: 10 }));
	assert.ok(unsigned instanceof SigningError);
	assert.equal(unsigned.cause.name, "TimeoutError");
	assert.equal(calls.length, 0);

	const unverified = await caught(send(UNSIGNED, { ...options, verifier: never, budgetMs: 500 }));
	assert.ok(unverified instanceof SendError);
	assert.equal(unverified.code, "verifier_failed");
	assert.equal(unverified.cause.cause.name, "TimeoutError");
	assert.equal(unverified.mayHaveUpdated, true);
});

test("the caller's signal ends everything, and what may have happened is told", async () => {
	const reason = new Error("the user left");
	const before = AbortSignal.abort(reason);
	const never = () => new Promise(() => {});
	const none = scripted();
	let error = await caught(send(UNSIGNED, { ...none.options, signal: before }));
	assert.equal(error.code, "aborted");
	assert.equal(error.cause, reason);
	assert.deepEqual([error.attempts.length, error.mayHaveUpdated], [0, false]);

	for (const [request, options, attempts] of [
		[{ ...UNSIGNED, signer: never }, scripted().options, 0],
		[UNSIGNED, scripted(hang).options, 1],
		[UNSIGNED, scripted(deaf).options, 1],
		[UNSIGNED, { ...scripted(answer(204)).options, verifier: never }, 1],
		[UNSIGNED, { ...scripted(() => answer(500, "{}")).options, delay: never }, 1],
	]) {
		const controller = new AbortController();
		const sending = caught(send(request, { ...options, signal: controller.signal }));
		setTimeout(() => controller.abort(reason), 5);
		error = await sending;
		assert.ok(error instanceof SendError);
		assert.equal(error.code, "aborted");
		assert.equal(error.cause, reason);
		assert.equal(error.attempts.length, attempts);
		assert.equal(error.mayHaveUpdated, attempts > 0);
		assert.equal(getEventListeners(controller.signal, "abort").length, 0);
	}
});

test("nothing is sent that is not valid or not signed", async () => {
	const { options, calls } = scripted();
	await assert.rejects(send({ ...UNSIGNED, payload: { title: 1 } }, options), ValidationError);
	await assert.rejects(send({ ...UNSIGNED, cardId: "a/b" }, options), ValidationError);
	const cause = new Error("the vault is closed");
	const failing = () => Promise.reject(cause);
	await assert.rejects(
		send({ ...UNSIGNED, signer: failing }, options),
		(error) => error instanceof SigningError && error.cause === cause,
	);
	await assert.rejects(send({ ...UNSIGNED, signer: () => "c2ln" }, options), SigningError);
	assert.equal(calls.length, 0);
});

test("a signer that fails later does not hide what came before", async () => {
	let asked = 0;
	const { options } = scripted(() => answer(500, "{}"));
	const error = await caught(
		send(
			{
				...UNSIGNED,
				signer(message) {
					asked += 1;
					if (asked > 1) {
						throw new Error("the vault is closed");
					}
					return signer(message);
				},
			},
			options,
		),
	);
	assert.ok(error instanceof SendError);
	assert.equal(error.code, "signing_failed");
	assert.ok(error.cause instanceof SigningError);
	assert.equal(error.attempts.length, 1);
	assert.equal(error.mayHaveUpdated, true);
});

test("the language is the one asked for, or the request's", async () => {
	const message = async (request, options) => {
		const { options: through } = scripted(network("ECONNREFUSED"), network("ECONNREFUSED"));
		return (await caught(send(request, { ...through, ...options }))).message;
	};
	assert.match(await message(UNSIGNED, { locale: undefined }), /未发出/);
	assert.match(await message({ ...UNSIGNED, locale: "en" }, { locale: undefined }), /nothing was sent/);
	assert.match(await message({ ...UNSIGNED, locale: "en" }, { locale: "zh-CN" }), /未发出/);
});

test("a log that fails changes nothing", async () => {
	const { options } = scripted(answer(204));
	await send(UNSIGNED, {
		...options,
		onAttempt() {
			throw new Error("the disk is full");
		},
	});
});

test("a fetch that answers nothing sensible is no success", async () => {
	for (const nonsense of [() => undefined, () => ({ status: 204 }), () => "204", () => null]) {
		const { options } = scripted(nonsense, nonsense);
		const error = await caught(send(UNSIGNED, options));
		assert.equal(error.code, "unknown_outcome");
		assert.ok(error.cause instanceof TypeError);
	}
	const { options } = scripted(
		() => Promise.reject(),
		() => Promise.reject(),
	);
	assert.equal((await caught(send(UNSIGNED, options))).code, "unknown_outcome");
});

test("wrong arguments are TypeErrors that name them, and nothing is sent", async () => {
	const { options, calls } = scripted();
	const refuses = (request, options, ...words) =>
		assert.rejects(send(request, options), (error) => {
			assert.ok(error instanceof TypeError, String(error));
			for (const word of words) {
				assert.ok(error.message.includes(word), `${error.message} does not name ${word}`);
			}
			return true;
		});
	await refuses(UNSIGNED, undefined, "options must be an object");
	await refuses(UNSIGNED, {}, "options.verifier is missing");
	await refuses(UNSIGNED, { ...options, verifier: true }, "options.verifier");
	for (const name of ["fetch", "clock", "delay", "onAttempt"]) {
		await refuses(UNSIGNED, { ...options, [name]: 1 }, `options.${name}`);
	}
	for (const name of ["timeoutMs", "budgetMs", "attempts", "toleranceSeconds"]) {
		for (const value of [-1, 1.5, "1", Number.POSITIVE_INFINITY, null]) {
			await refuses(UNSIGNED, { ...options, [name]: value }, `options.${name}`);
		}
	}
	for (const signal of [{}, null, "abort", new AbortController()]) {
		await refuses(UNSIGNED, { ...options, signal }, "options.signal");
	}
	await refuses(UNSIGNED, { ...options, locale: 7 }, "options.locale");
	for (const request of [undefined, null, "PATCH", 1]) {
		await refuses(request, options, "send takes a request");
	}
	const prepared = prepare(UNSIGNED.payload, REQUEST);
	const signed = prepared.complete(signer(Buffer.from(prepared.message)));
	for (const request of [
		{},
		prepared,
		{ ...signed, headers: {} },
		{ ...signed, method: "POST" },
		{ ...signed, body: 1 },
	]) {
		await refuses(request, options, "signed request");
	}
	await refuses({ ...UNSIGNED, payload: undefined }, options, "payload is missing");
	await refuses({ ...UNSIGNED, signer: undefined }, options, "options.signer is missing");
	await refuses({ ...UNSIGNED, timestamp: 1 }, options, "options.timestamp", "of its own");
	await refuses({ ...UNSIGNED, nonceStr: "a" }, options, "options.nonceStr", "of its own");
	await refuses({ ...UNSIGNED, locale: 7 }, options, "options.locale");
	assert.equal(calls.length, 0);
});

test("a host without fetch is told so", async (t) => {
	const { fetch, ...options } = scripted().options;
	const own = globalThis.fetch;
	t.after(() => {
		globalThis.fetch = own;
	});
	globalThis.fetch = undefined;
	await assert.rejects(send(UNSIGNED, options), /options\.fetch is missing/);
	globalThis.fetch = fetch;
	await assert.rejects(send(UNSIGNED, options), SendError);
});
