import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith } from "node:crypto";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
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

/** A response for a verifier that always returns true. */
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

/** A fetch with scripted responses, and options to send without pauses. */
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
/** A fetch that ignores the signal. */
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
		method: "PATCH",
		url: signed.url,
		status: 204,
		requestId: "08F5-204",
		mayHaveUpdated: true,
	});
});

test("every attempt is signed anew, with a new time and nonce", async () => {
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
		const body = status === 201 ? "" : '{"code":"PARAM_ERROR","message":"参数错误"}';
		const { options, calls } = scripted(() => answer(status, body));
		const error = await caught(send(UNSIGNED, options));
		assert.ok(error instanceof SendError, String(error));
		assert.equal(error.code, status === 201 ? "unexpected_status" : "error_response");
		assert.equal(calls.length, 1, String(status));
		assert.equal(error.mayHaveUpdated, status < 400, String(status));
	}
});

test("without a response, the other host is tried once", async () => {
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

test("errors say what is known about the outcome", async () => {
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
	assert.equal(error.code, "error_response");
	assert.equal(error.mayHaveUpdated, true, "the first attempt may have updated the card");

	const failing = scripted(...Array.from({ length: 4 }, () => () => answer(500, "{}")));
	error = await caught(send(UNSIGNED, { ...failing.options, locale: undefined }));
	assert.equal(error.code, "error_response");
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

test("a signed request is sent only once", async () => {
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	for (const [failure, code, retry] of [
		[() => answer(500, "{}"), "error_response", "same_parameters"],
		[() => answer(429, "{}"), "error_response", "wait"],
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
	assert.equal(error.code, "error_response", "the pause would not fit into the budget");
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
	assert.equal(given.code, "error_response", "the last response is reported, not the end of the pause");
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

test("an answer that outlasts its time is let go of, even by a fetch that ignores the signal", async () => {
	const endless = (cancelled) =>
		new Response(
			new ReadableStream({
				async pull(controller) {
					await new Promise((resolve) => setTimeout(resolve, 1));
					controller.enqueue(new Uint8Array(1));
				},
				cancel: cancelled,
			}),
		);
	const late = async (cancelled) => {
		await new Promise((resolve) => setTimeout(resolve, 30));
		return endless(cancelled);
	};
	for (const response of [endless, late]) {
		let cancel;
		const cancelled = new Promise((resolve) => {
			cancel = resolve;
		});
		const { options } = scripted(() => response(cancel), answer(204));
		const started = performance.now();
		await send(UNSIGNED, { ...options, timeoutMs: 10 });
		await cancelled;
		assert.ok(performance.now() - started < 5000);
	}
	// A reader that ignores that is not read any more.
	let asked = 0;
	const reader = {
		read: async () => {
			asked += 1;
			await new Promise((resolve) => setTimeout(resolve, 1));
			return { done: false, value: new Uint8Array(1) };
		},
		cancel() {
			throw new Error("no");
		},
	};
	const deafReader = {
		status: 204,
		headers: {},
		arrayBuffer: () => assert.fail(),
		body: { getReader: () => reader },
	};
	const { options } = scripted(() => deafReader, answer(204));
	await send(UNSIGNED, { ...options, timeoutMs: 10 });
	await new Promise((resolve) => setTimeout(resolve, 20));
	const before = asked;
	await new Promise((resolve) => setTimeout(resolve, 20));
	assert.equal(asked, before);
});

test("a signed request goes only to WeChat Pay's hosts and a card's path", async () => {
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	const path = `/v3/marketing/membercard-open/cards/${REQUEST.cardId}`;
	const { options, calls } = scripted();
	const refuses = async (change, pattern, more = {}) => {
		await assert.rejects(
			send({ ...signed, ...change }, { ...options, ...more }),
			(error) => error instanceof TypeError && pattern.test(error.message),
			JSON.stringify(change),
		);
	};
	for (const url of [
		`http://127.0.0.1:6379${path}`,
		"http://169.254.169.254/latest/meta-data/",
		`http://api.mch.weixin.qq.com${path}`,
		`https://api.mch.weixin.qq.com.evil.com${path}`,
		`https://api.mch.weixin.qq.com@evil.com${path}`,
		`https://user:secret@api.mch.weixin.qq.com${path}`,
		`https://api.mch.weixin.qq.com:8443${path}`,
		`https://API.mch.weixin.qq.com${path}`,
		`https://api.mch.weixin.qq.com\\@evil.com${path}`,
		` https://api.mch.weixin.qq.com${path}`,
		"https://api.mch.weixin.qq.com",
		path,
		"",
		"file:///etc/passwd",
	]) {
		await refuses({ url }, /^request\.url must begin with https:\/\/api\.mch\.weixin\.qq\.com or /);
	}
	for (const wrong of [
		"/v3/refund/domestic/refunds",
		"/v3/marketing/membercard-open/cards/",
		"/v3/marketing/membercard-open/cards/..",
		"/v3/marketing/membercard-open/cards/x/../../../pay",
		"/v3/marketing/membercard-open/cards/x/upgrade",
		"/v3/marketing/membercard-open/cards/%2e%2e",
		"/v3/marketing/membercard-open/cards/x%2Fupgrade",
		`${path}?a=b`,
		`${path}#a`,
		`/${path}`,
		`${path}\n`,
	]) {
		await refuses({ url: `https://api.mch.weixin.qq.com${wrong}` }, /^request\.url is not that of a card\. /);
	}
	await refuses({ method: "GET" }, /signed request/);
	const own = signed.headers;
	for (const [headers, pattern] of [
		[{ ...own, Host: "evil.com" }, /"Host" is no header of a signed request/],
		[{ ...own, Cookie: "a=b" }, /"Cookie"/],
		[{ ...own, "Transfer-Encoding": "chunked" }, /"Transfer-Encoding"/],
		[{ ...own, "X-HTTP-Method-Override": "DELETE" }, /"X-HTTP-Method-Override"/],
		[{ ...own, authorization: own.Authorization }, /"authorization"/],
		[{ ...own, Accept: "a\r\nHost: evil.com" }, /the value of Accept must be one line/],
		[{ ...own, Accept: "应答" }, /the value of Accept/],
		[{ ...own, Accept: ["a"] }, /the value of Accept/],
	]) {
		await refuses({ headers }, pattern);
	}
	assert.equal(calls.length, 0);

	const everything = await sign(UNSIGNED.payload, {
		...REQUEST,
		signer,
		host: "backup",
		wechatpaySerial: "PUB_KEY_ID_0119000001092024111200000000000000",
	});
	const headers = { ...everything.headers, "Accept-Language": "en" };
	const backup = scripted(answer(204));
	await send(JSON.parse(JSON.stringify({ ...everything, headers })), backup.options);
	assert.deepEqual(backup.calls[0].init.headers, headers);
	assert.equal(backup.calls[0].url, everything.url);
});

test("further origins are allowed one by one, and for the same path", async () => {
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	const path = `/v3/marketing/membercard-open/cards/${REQUEST.cardId}`;
	const additionalOrigins = ["http://127.0.0.1:8080", "https://gateway.example"];
	for (const origin of [...additionalOrigins, "https://api.mch.weixin.qq.com"]) {
		const { options, calls } = scripted(answer(204));
		await send({ ...signed, url: origin + path }, { ...options, additionalOrigins });
		assert.equal(calls[0].url, origin + path);
	}
	const { options, calls } = scripted();
	for (const url of [
		`http://127.0.0.1:80801${path}`,
		`http://127.0.0.1${path}`,
		`https://gateway.example.evil.com${path}`,
		`http://127.0.0.1:8080/admin`,
	]) {
		await assert.rejects(
			send({ ...signed, url }, { ...options, additionalOrigins }),
			/^TypeError: request\.url/,
		);
	}
	for (const origin of [
		"127.0.0.1",
		"http://a/",
		"http://a/b",
		"http://u@a",
		"ftp://a",
		"http://",
		"*",
		1,
		null,
	]) {
		await assert.rejects(
			send(signed, { ...options, additionalOrigins: [origin] }),
			/^TypeError: options\.additionalOrigins must/,
		);
	}
	assert.equal(calls.length, 0);
});

test("a request is read once: later changes of it change no repetition", async () => {
	const titles = ["一", "二", "三"];
	let reads = 0;
	const payload = {
		get title() {
			return titles[reads++];
		},
		description: "说明",
	};
	const imageHosts = ["wxpaylogo.qpic.cn"];
	const current = { code_mode: "REAL_TIME" };
	const request = { ...UNSIGNED, payload, imageHosts, current };
	const changed = () => {
		payload.description = "另一个说明";
		payload.unknown = 1;
		imageHosts.length = 0;
		current.code_mode = "SYSTEM_ALLOCATE";
		Object.assign(request, { cardId: "pOther", mchid: "1", host: "backup", signer: () => assert.fail() });
		return answer(500, "{}");
	};
	const { options, calls } = scripted(changed, network("ECONNRESET"), answer(204));
	await send(request, options);
	const bodies = calls.map(({ init }) => Buffer.from(init.body).toString());
	assert.deepEqual(bodies, Array(3).fill('{"title":"一","description":"说明"}'));
	const paths = calls.map(({ url }) => new URL(url).pathname);
	assert.deepEqual(paths, Array(3).fill(`/v3/marketing/membercard-open/cards/${REQUEST.cardId}`));

	const signed = await sign({ title: "会员卡" }, { ...REQUEST, signer });
	const mutable = { ...signed, headers: { ...signed.headers } };
	const once = scripted(answer(204));
	const sending = send(mutable, once.options);
	Object.assign(mutable, { url: "http://127.0.0.1/", body: "{}" });
	mutable.headers.Host = "evil.com";
	await sending;
	const [{ url, init }] = once.calls;
	assert.deepEqual(
		[url, Buffer.from(init.body).toString(), init.headers],
		[signed.url, signed.body, signed.headers],
	);
});

test("the caller's signal ends sending, and the error says what may have happened", async () => {
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

test("a signer that fails later does not hide earlier attempts", async () => {
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

test("the language is the requested one, or the request's", async () => {
	const message = async (request, options) => {
		const { options: through } = scripted(network("ECONNREFUSED"), network("ECONNREFUSED"));
		return (await caught(send(request, { ...through, ...options }))).message;
	};
	assert.match(await message(UNSIGNED, { locale: undefined }), /未发出/);
	assert.match(await message({ ...UNSIGNED, locale: "en" }, { locale: undefined }), /nothing was sent/);
	assert.match(await message({ ...UNSIGNED, locale: "en" }, { locale: "zh-CN" }), /未发出/);
});

test("a log that fails changes nothing, at once or later", async (t) => {
	const unhandled = t.mock.fn();
	process.on("unhandledRejection", unhandled);
	t.after(() => process.off("unhandledRejection", unhandled));
	const fail = () => {
		throw new Error("the disk is full");
	};
	for (const onAttempt of [
		fail,
		async () => fail(),
		() => Promise.reject(),
		() => new Proxy(Promise.resolve(), { get: fail }),
		() => new Promise(() => {}),
	]) {
		const { options } = scripted(() => answer(500, "{}"), answer(204));
		await send(UNSIGNED, { ...options, onAttempt });
		await new Promise((resolve) => setTimeout(resolve));
	}
	assert.equal(unhandled.mock.callCount(), 0);
});

test("a failing clock or delay ends sending, and the error says what may have happened", async () => {
	const cause = Object.assign(new Error("the clock stands still"), { code: "ECONNREFUSED" });
	const fail = () => {
		throw cause;
	};
	const ends = async (request, options, name, attempts) => {
		const error = await caught(send(request, options));
		assert.ok(error instanceof SendError, String(error));
		assert.equal(error.code, "callback_failed");
		assert.match(error.message, new RegExp(`options\\.${name} failed`));
		assert.equal(error.attempts.length, attempts);
		assert.equal(error.mayHaveUpdated, attempts > 0);
		return error.cause;
	};
	const signed = await sign(UNSIGNED.payload, { ...REQUEST, signer });
	for (const request of [UNSIGNED, signed]) {
		const before = scripted();
		assert.equal(await ends(request, { ...before.options, clock: fail }, "clock", 0), cause);
		assert.equal(before.calls.length, 0);
		// It was sent and answered, so nothing is sent again.
		const later = scripted(answer(204));
		let asked = 0;
		const clock = () => (asked++ === 0 ? Date.now() : fail());
		assert.equal(await ends(request, { ...later.options, clock }, "clock", 1), cause);
		assert.equal(later.calls.length, 1);
		assert.equal(later.attempts[0].status, 204);
		assert.equal(later.attempts[0].mayHaveUpdated, true);
	}
	for (const nonsense of [
		undefined,
		null,
		"0",
		Number.NaN,
		Number.POSITIVE_INFINITY,
		0n,
		Promise.resolve(0),
	]) {
		const clock = () => nonsense;
		const failure = await ends(UNSIGNED, { ...scripted().options, clock }, "clock", 0);
		assert.match(failure.message, /options\.clock must return milliseconds/);
	}
	const inSeconds = { ...scripted().options, clock: () => Math.floor(Date.now() / 1000) };
	assert.match((await ends(UNSIGNED, inSeconds, "clock", 0)).message, /multiply seconds by 1000/);
	for (const delay of [fail, async () => fail()]) {
		const { options, calls } = scripted(() => answer(500, "{}"));
		assert.equal(await ends(UNSIGNED, { ...options, delay }, "delay", 1), cause);
		assert.equal(calls.length, 1);
	}
	const chinese = send(UNSIGNED, { ...scripted().options, clock: fail, locale: "zh-CN" });
	assert.match((await caught(chinese)).message, /选项 clock 的函数出错/);
});

test("a delay ended by the signal is not a separate failure", async () => {
	const controller = new AbortController();
	const delay = (milliseconds, signal) => {
		setTimeout(() => controller.abort(), 5);
		return setTimeoutPromise(milliseconds, undefined, { signal });
	};
	const { options } = scripted(() => answer(500, "{}"));
	const error = await caught(send(UNSIGNED, { ...options, delay, signal: controller.signal }));
	assert.equal(error.code, "aborted");
});

test("a fetch with a wrong result is no success, and is not called again", async () => {
	const read = async () => {
		const response = answer(200, "{}");
		await response.text();
		return response;
	};
	const texts = () => new Response(new ReadableStream({ start: (controller) => controller.enqueue("text") }));
	for (const nonsense of [
		() => undefined,
		() => ({ status: 204 }),
		() => "204",
		() => null,
		() => ({ status: "204", headers: {}, arrayBuffer: async () => new ArrayBuffer(0) }),
		read,
		texts,
	]) {
		const { options, calls } = scripted(nonsense);
		const error = await caught(send(UNSIGNED, options));
		assert.equal(error.code, "callback_failed");
		assert.match(error.message, /options\.fetch failed/);
		assert.ok(error.cause instanceof TypeError);
		assert.equal(error.mayHaveUpdated, true);
		assert.equal(calls.length, 1);
	}
	const hostile = new Proxy(
		{},
		{
			get() {
				throw new Error("no");
			},
		},
	);
	const throwing = scripted(
		() => Promise.reject(hostile),
		() => Promise.reject(hostile),
	);
	assert.equal((await caught(send(UNSIGNED, throwing.options))).code, "unknown_outcome");
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

test("a host without fetch gets a clear error", async (t) => {
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
