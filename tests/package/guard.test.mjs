import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inspectMessage, NonceMemory, prepare } from "../../pkg/dist/index.mjs";

const NOW = 1554208460;
const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const REQUEST = {
	cardId: CARD,
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	timestamp: NOW,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
	now: NOW * 1000,
};
const EXPECT = { cardIds: [CARD], now: NOW * 1000, locale: "en" };
const message = (payload = { title: "会员卡" }, options = {}) =>
	prepare(payload, { ...REQUEST, ...options }).message;
/** Wrong inspections made by a program. */
const MADE_UP = [
	{ accepted: 1 },
	{ accepted: "true" },
	{ message: undefined },
	{ nonceStr: 5 },
	{ nonceStr: null },
	{ nonceStr: {} },
	{ nonceStr: ["593BEC0C930BF1AFEB40B4A08C8FB242"] },
	{ nonceStr: "" },
	{ nonceStr: "n".repeat(1e6) },
	{ expiresAt: "1554208760" },
	{ expiresAt: 1554208760.5 },
	{ expiresAt: Number.NaN },
	{ expiresAt: 1e300 },
	{ expiresAt: 1554208760n },
	{ warnings: undefined },
];
const codes = (inspection) => inspection.refusals.map(({ code }) => code);

test("a prepared message for an expected card is accepted, as text and as bytes", () => {
	const inspection = inspectMessage(message(), EXPECT);
	assert.deepEqual(inspection, {
		accepted: true,
		message: message(),
		method: "PATCH",
		path: `/v3/marketing/membercard-open/cards/${CARD}`,
		cardId: CARD,
		timestamp: NOW,
		expiresAt: NOW + 300,
		nonceStr: REQUEST.nonceStr,
		body: '{"title":"会员卡"}',
		value: { title: "会员卡" },
		warnings: [],
	});
	const bytes = new TextEncoder().encode(message());
	assert.deepEqual(inspectMessage(bytes, EXPECT), inspection);
	assert.deepEqual(inspectMessage(Buffer.from(bytes), EXPECT), inspection);
	assert.deepEqual(inspectMessage(bytes, { ...EXPECT, cardIds: "any" }), inspection);
});

test("everything else is refused, with all reasons in the requested language", () => {
	const refund = `POST\n/v3/refund/domestic/refunds\n${NOW - 1000}\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n`;
	const english = inspectMessage(refund, EXPECT);
	assert.equal(english.accepted, false);
	assert.deepEqual(codes(english), ["wrong_method", "wrong_path", "stale_timestamp"]);
	assert.equal(english.refusals[0].message, "The method must be PATCH, not “POST”");
	assert.deepEqual(english.refusals[0].params, { expected: "PATCH", actual: "POST" });
	const chinese = inspectMessage(refund, { ...EXPECT, locale: undefined });
	assert.deepEqual(codes(chinese), codes(english));
	assert.equal(chinese.refusals[0].message, "请求方法应为 PATCH，当前为“POST”");

	assert.deepEqual(codes(inspectMessage(message(), { ...EXPECT, cardIds: [] })), ["unexpected_card"]);
	assert.deepEqual(codes(inspectMessage(message(), { ...EXPECT, cardIds: ["any"] })), ["unexpected_card"]);
	assert.deepEqual(codes(inspectMessage("", EXPECT)), ["wrong_line_count"]);
	const invalid = inspectMessage(message().replace("会员卡", "一二三四五六七八九十一"), EXPECT);
	assert.deepEqual(codes(invalid), ["invalid_body"]);
	assert.equal(invalid.refusals[0].issues[0].pointer, "/title");
	assert.deepEqual(codes(inspectMessage(message().replace(":", ": "), EXPECT)), ["body_not_canonical"]);
});

test("bytes and texts that are no UTF-8 are refused, never repaired", () => {
	for (const odd of ["\ud83d", "\udc00", "\udc00\ud83d", "a\ud83db"]) {
		const inspection = inspectMessage(message().replace("会员卡", odd), EXPECT);
		assert.deepEqual(codes(inspection), ["not_utf8"], JSON.stringify(odd));
	}
	assert.deepEqual(codes(inspectMessage(message().replace("会员卡", "😀"), EXPECT)), ["invalid_body"]);
	assert.deepEqual(codes(inspectMessage(new Uint8Array([0xff]), EXPECT)), ["not_utf8"]);
});

test("size does not matter", () => {
	for (const length of [2 ** 20, 2 ** 24]) {
		for (const huge of ["x".repeat(length), new Uint8Array(length), message() + "x".repeat(length)]) {
			assert.deepEqual(codes(inspectMessage(huge, EXPECT)), ["too_large"]);
		}
	}
});

test("the clock and the tolerance decide what is fresh", () => {
	const at = (seconds, options) =>
		inspectMessage(message(), { ...EXPECT, now: (NOW + seconds) * 1000, ...options });
	assert.equal(at(299).accepted, true);
	assert.equal(at(-299).accepted, true);
	assert.deepEqual(codes(at(300)), ["stale_timestamp"]);
	assert.deepEqual(codes(at(-300)), ["stale_timestamp"]);
	assert.deepEqual(codes(at(30, { toleranceSeconds: 30 })), ["stale_timestamp"]);
	assert.deepEqual(codes(at(0, { toleranceSeconds: 0 })), ["stale_timestamp"]);
	assert.equal(at(0, { toleranceSeconds: 60 }).expiresAt, NOW + 300, "another guard may tolerate more");
	assert.deepEqual(codes(at(0, { now: 8.64e15 })), ["stale_timestamp"]);
	const clock = mock.method(Date, "now", () => NOW * 1000);
	try {
		assert.equal(inspectMessage(message(), { cardIds: [CARD] }).accepted, true);
	} finally {
		clock.mock.restore();
	}
});

test("an accepted message has its whole value, with allowed warnings too", () => {
	const allowing = { ...EXPECT, allowWarnings: ["unknown_key"] };
	const inspect = (body) =>
		inspectMessage(
			message({ title: "a" }).replace('{"title":"a"}', () => body),
			allowing,
		);
	for (const body of [
		'{"title":"a","total_quantity":1,"x":[0.30000000000000004,9007199254740992,1e22,-0,5e-324]}',
		'{"title":"a","x":{"constructor":1,"":[null,true]}}',
	]) {
		const inspection = inspect(body);
		assert.equal(inspection.accepted, true, body);
		assert.deepEqual(inspection.value, JSON.parse(body));
	}
	for (const body of [
		'{"title":"a","total_quantity":1,"x":1e400}',
		'{"title":"a","x":9007199254740993}',
		'{"title":"a","x":[{"y":1e-400}]}',
		'{"title":"a","Title":"b"}',
	]) {
		assert.deepEqual(codes(inspect(body)), ["invalid_body"], body);
	}
});

test("warnings and the validation's options can be set", () => {
	const unknown = message({ title: "a", new_key: 1 });
	const refused = inspectMessage(unknown, EXPECT);
	assert.deepEqual(codes(refused), ["refused_warning"]);
	assert.equal(refused.refusals[0].issues[0].code, "unknown_key");
	for (const refuseWarnings of [[], ["date_past"]]) {
		assert.deepEqual(codes(inspectMessage(unknown, { ...EXPECT, refuseWarnings })), ["refused_warning"]);
	}
	const both = { ...EXPECT, allowWarnings: ["unknown_key"], refuseWarnings: ["unknown_key"] };
	assert.deepEqual(codes(inspectMessage(unknown, both)), ["refused_warning"]);
	const passed = inspectMessage(unknown, { ...EXPECT, allowWarnings: ["unknown_key"] });
	assert.equal(passed.accepted, true);
	assert.deepEqual(passed.value, { title: "a", new_key: 1 });
	assert.ok(passed.warnings.some(({ code }) => code === "unknown_key"));
	const empty = inspectMessage(message({}), { ...EXPECT, refuseWarnings: ["nothing_to_update"] });
	assert.deepEqual(codes(empty), ["refused_warning"]);
	for (const name of ["refuseWarnings", "allowWarnings"]) {
		assert.throws(() => inspectMessage(unknown, { ...EXPECT, [name]: ["unknwon_key"] }), /unknwon_key/);
	}

	const locked = message({ code_mode: "REAL_TIME" });
	const current = { code_mode: "SYSTEM_ALLOCATE" };
	assert.deepEqual(codes(inspectMessage(locked, { ...EXPECT, current })), ["invalid_body"]);
	const imageHosts = ["images.example"];
	const image = message({ logo_url: "https://images.example/a.png" }, { imageHosts });
	assert.deepEqual(codes(inspectMessage(image, EXPECT)), ["invalid_body"]);
	assert.equal(inspectMessage(image, { ...EXPECT, imageHosts }).accepted, true);
	const short = message({ title: "a" }, { nonceStr: "0123456789" });
	assert.deepEqual(codes(inspectMessage(short, EXPECT)), ["nonce_length"]);
	assert.equal(inspectMessage(short, { ...EXPECT, minNonceLength: 8 }).accepted, true);
});

test("the guard's wrong options are named", () => {
	const refuses = (options, ...words) =>
		assert.throws(
			() => inspectMessage(message(), options),
			(error) => error instanceof TypeError && words.every((word) => error.message.includes(word)),
			words.join(),
		);
	refuses(undefined, "options must be an object");
	refuses({}, "options.cardIds is missing");
	for (const cardIds of ["all", CARD, null, [1], new Set([CARD]), true]) {
		refuses({ ...EXPECT, cardIds }, "options.cardIds");
	}
	for (const toleranceSeconds of [-1, 1.5, "300", Number.NaN, 301, 1e10]) {
		refuses({ ...EXPECT, toleranceSeconds }, "options.toleranceSeconds");
	}
	for (const minNonceLength of [0, 129, "16"]) {
		refuses({ ...EXPECT, minNonceLength }, "options.minNonceLength");
	}
	for (const now of [1e300, "0", null]) {
		refuses({ ...EXPECT, now }, "options.now");
	}
	refuses({ ...EXPECT, refuseWarnings: "unknown_key" }, "options.refuseWarnings");
	refuses({ ...EXPECT, locale: 7 }, "options.locale");
	for (const text of [undefined, null, 1, {}, new ArrayBuffer(1)]) {
		assert.throws(() => inspectMessage(text, EXPECT), /takes a string or a Uint8Array/);
	}
});

test("a message is remembered once, until it is stale", () => {
	const memory = new NonceMemory(10);
	const at = (seconds, nonceStr = REQUEST.nonceStr) => {
		const now = (NOW + seconds) * 1000;
		const inspection = inspectMessage(message(undefined, { nonceStr }), { ...EXPECT, now });
		return memory.remember(inspection, { now, locale: "en" });
	};
	const first = at(0);
	assert.equal(first.accepted, true);
	assert.equal(first.message, message());
	assert.equal(memory.size, 1);
	for (const seconds of [0, 1, 299]) {
		const again = at(seconds);
		assert.deepEqual(codes(again), ["replayed_nonce"]);
		assert.equal(again.refusals[0].message, "This nonce was used before: prepare the request again");
	}
	assert.equal(at(0, "693BEC0C930BF1AFEB40B4A08C8FB242").accepted, true);
	assert.deepEqual(codes(at(300)), ["stale_timestamp"]);
	assert.equal(memory.size, 2);
});

test("a strict guard does not make the memory forget for a lenient one", () => {
	const memory = new NonceMemory(10);
	const at = (seconds, toleranceSeconds) => {
		const now = (NOW + seconds) * 1000;
		return memory.remember(inspectMessage(message(), { ...EXPECT, now, toleranceSeconds }), { now });
	};
	assert.equal(at(0, 60).accepted, true);
	assert.deepEqual(codes(at(61, 300)), ["replayed_nonce"]);
	assert.deepEqual(codes(at(299, undefined)), ["replayed_nonce"]);
});

test("a memory that is full refuses, and forgets nothing that is fresh", () => {
	const memory = new NonceMemory(2);
	const inspected = (nonceStr, seconds = 0) =>
		inspectMessage(message(undefined, { nonceStr, timestamp: NOW + seconds }), {
			...EXPECT,
			now: (NOW + seconds) * 1000,
		});
	const at = (seconds) => ({ now: (NOW + seconds) * 1000 });
	assert.equal(memory.remember(inspected("A".repeat(32)), at(0)).accepted, true);
	assert.equal(memory.remember(inspected("B".repeat(32)), at(0)).accepted, true);
	assert.deepEqual(codes(memory.remember(inspected("C".repeat(32)), at(1))), ["nonce_memory_full"]);
	assert.deepEqual(codes(memory.remember(inspected("A".repeat(32)), at(299))), ["replayed_nonce"]);
	assert.deepEqual(codes(memory.remember(inspected("A".repeat(32)), at(300))), ["expired_nonce"]);
	assert.equal(memory.remember(inspected("C".repeat(32), 300), at(300)).accepted, true);
	// Setting back the clock makes nothing fresh again.
	assert.deepEqual(codes(memory.remember(inspected("A".repeat(32)), at(0))), ["expired_nonce"]);
});

test("what no inspection returned is a TypeError, and harms nothing", () => {
	const memory = new NonceMemory(10);
	const inspection = inspectMessage(message(), EXPECT);
	for (const changes of MADE_UP) {
		assert.throws(
			() => memory.remember({ ...inspection, ...changes }, { now: EXPECT.now }),
			/^TypeError: remember takes what inspectMessage returned$/,
			Object.keys(changes)[0],
		);
	}
	for (const made of [undefined, null, 1, "accepted", [], {}, { accepted: true }, { accepted: false }]) {
		assert.throws(() => memory.remember(made), TypeError, JSON.stringify(made));
	}
	assert.equal(memory.size, 0);
	assert.equal(memory.remember(structuredClone(inspection), { now: EXPECT.now }).accepted, true);
	assert.deepEqual(codes(memory.remember(inspection, { now: EXPECT.now })), ["replayed_nonce"]);
});

test("a memory can be disposed of, and its arguments are checked", () => {
	const memory = new NonceMemory(1);
	assert.throws(() => memory.remember(undefined), TypeError);
	assert.throws(() => memory.remember({ nonceStr: "a" }), TypeError);
	const inspection = inspectMessage(message(), EXPECT);
	assert.throws(() => memory.remember(inspection, { now: "0" }), /options\.now/);
	assert.throws(() => memory.remember(inspection, { locale: 7 }), /options\.locale/);
	assert.equal(memory.size, 0);
	memory[Symbol.dispose]();
	assert.throws(() => memory.remember(inspection));
	for (const capacity of [undefined, 0, -1, 1.5, "10", 1e8, null]) {
		assert.throws(() => new NonceMemory(capacity), TypeError);
	}
});
