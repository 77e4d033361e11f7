/** Custom messages. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CardForm,
	cardUpdateSchema,
	inspectMessage,
	PreparedRequest,
	prepare,
	prepareJson,
	send,
	sign,
	ValidationError,
	validate,
	validateJson,
} from "../../pkg/dist/index.mjs";

const LONG = { title: "一二三四五六七八九十一二" };
const REQUEST = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
};
const tooLong = ({ code, params }) => (code === "too_long" ? `${params.actual}/${params.max}` : undefined);
const shout = ({ code }) => code.toUpperCase();
const wordsOf = ({ issues }) => issues.map((issue) => issue.message);

test("a validation uses messages of the caller", () => {
	assert.deepEqual(wordsOf(validate(LONG, { messages: tooLong })), ["12/10"]);
	assert.deepEqual(wordsOf(validateJson(JSON.stringify(LONG), { messages: tooLong })), ["12/10"]);
	assert.deepEqual(
		wordsOf(validateJson(new TextEncoder().encode(JSON.stringify(LONG)), { messages: tooLong })),
		["12/10"],
	);
	assert.deepEqual(wordsOf(validate({}, { messages: shout })), ["NOTHING_TO_UPDATE"]);
});

test("messages may stand by code, as texts or as functions", () => {
	const byCode = {
		too_long: ({ params }) => `${params.actual}/${params.max}`,
		unknown_key: "?",
		wrong_type: undefined,
		unknown_value: () => undefined,
	};
	const payload = { ...LONG, unlisted: 1, service_phone: 1, code_type: "QR" };
	const usual = validate(payload).issues;
	assert.deepEqual(
		wordsOf(validate(payload, { messages: byCode })),
		usual.map((issue) => ({ too_long: "12/10", unknown_key: "?" })[issue.code] ?? issue.message),
	);
	assert.deepEqual(validate(payload, { messages: {} }).issues, usual);
});

test("an issue without such a message keeps the package's message", () => {
	const before = validate({ ...LONG, code_type: "QR", unlisted: 1 });
	const after = validate({ ...LONG, code_type: "QR", unlisted: 1 }, { messages: tooLong });
	assert.deepEqual(
		after.issues,
		before.issues.map((issue) => ({ ...issue, message: tooLong(issue) ?? issue.message })),
	);
	assert.deepEqual(validate(LONG, { messages: () => undefined }), validate(LONG));
	assert.deepEqual(validate(LONG, { messages: undefined }), validate(LONG));
});

test("a valid update keeps its value, and its messages are made when its issues are read", () => {
	let asked = 0;
	const count = () => {
		asked += 1;
		return "!";
	};
	const found = validate({ title: "卡", unlisted: 1 }, { messages: count });
	assert.deepEqual(
		[found.valid, found.body, found.value],
		[true, '{"title":"卡","unlisted":1}', { title: "卡", unlisted: 1 }],
	);
	assert.equal(asked, 0);
	assert.deepEqual(wordsOf(found), ["!"]);
	assert.equal(found.issues, found.issues);
	assert.equal(asked, 1);
	assert.deepEqual(JSON.parse(JSON.stringify(found)).issues[0].message, "!");
});

test("requests, and what is thrown for them", async () => {
	const signer = () => new Uint8Array(256);
	const isWorded = (error) => error instanceof ValidationError && /^\/title: 12\/10$/m.test(error.message);
	const options = { ...REQUEST, messages: tooLong };
	assert.throws(() => prepare(LONG, options), isWorded);
	assert.throws(() => prepareJson(JSON.stringify(LONG), options), isWorded);
	const notUtf8 = new Uint8Array([0xff]);
	assert.throws(() => prepareJson(notUtf8, { ...REQUEST, messages: shout }), /\/: JSON_INVALID_UTF8/);
	await assert.rejects(sign(LONG, { ...options, signer }), isWorded);
	await assert.rejects(send({ ...options, payload: LONG, signer }, { verifier: () => true }), isWorded);
	const prepared = prepare({ title: "卡", unlisted: 1 }, { ...REQUEST, messages: shout });
	assert.deepEqual(wordsOf(prepared), ["UNKNOWN_KEY"]);
	assert.deepEqual(wordsOf(PreparedRequest.from(prepared.toJSON(), { messages: shout })), ["UNKNOWN_KEY"]);
	assert.throws(
		() => prepare(LONG, { ...REQUEST, cardId: "", messages: shout }),
		/\/card_id: CARD_ID_FORMAT/,
	);
});

test("a request's data may stand among the options, though it has a message", () => {
	const data = prepare({ title: "卡", unlisted: 1 }, REQUEST).toJSON();
	assert.deepEqual(wordsOf(prepare({ title: "卡", unlisted: 1 }, { ...data, messages: shout })), [
		"UNKNOWN_KEY",
	]);
	assert.equal(prepare({ title: "卡", unlisted: 1 }, data).message, data.message);
});

test("a form uses messages of the caller everywhere", () => {
	const form = new CardForm({ messages: tooLong, locale: "en" });
	const told = [];
	form.subscribe((changes) => told.push(changes));
	const changes = form.set("title", LONG.title);
	assert.deepEqual(told, [changes]);
	assert.deepEqual(wordsOf({ issues: changes.appeared }), ["12/10"]);
	assert.deepEqual(wordsOf(changes.fields[0]), ["12/10"]);
	assert.deepEqual(wordsOf({ issues: form.issues() }), ["12/10"]);
	assert.deepEqual(wordsOf(form.field("title")), ["12/10"]);
	assert.deepEqual(wordsOf(form.validate()), ["12/10"]);
	assert.deepEqual(wordsOf({ issues: form.set("title", `${LONG.title}三`).changed }), ["13/10"]);
	assert.deepEqual(wordsOf({ issues: form.set("title", "").gone }), ["13/10"]);
	form.set("title", LONG.title);
	assert.throws(() => form.prepare(REQUEST), /\/title: 12\/10/);
});

test("a Standard Schema and the signing guard as well", () => {
	const { validate: validateStandard } = cardUpdateSchema({ messages: tooLong })["~standard"];
	assert.deepEqual(validateStandard(LONG).issues, [{ message: "12/10", path: ["title"] }]);
	const request = prepare({ title: "卡", unlisted: 1 }, REQUEST);
	const expect = { cardIds: [REQUEST.cardId], messages: shout };
	const refused = inspectMessage(request.message, expect);
	assert.deepEqual(wordsOf(refused.refusals[0]), ["UNKNOWN_KEY"]);
	const accepted = inspectMessage(request.message, { ...expect, allowWarnings: ["unknown_key"] });
	assert.deepEqual(wordsOf({ issues: accepted.warnings }), ["UNKNOWN_KEY"]);
	assert.equal(accepted.accepted, true);
});

test("parameters are what Intl takes", () => {
	const [long] = validate(LONG).issues;
	const number = new Intl.NumberFormat("de", { minimumFractionDigits: 1 });
	assert.equal(number.format(long.params.max), "10,0");
	const [listed] = validate({ code_mode: "x" }).issues;
	const list = new Intl.ListFormat("en", { type: "disjunction" });
	assert.equal(list.format(listed.params.allowed), "SYSTEM_ALLOCATE, MERCHANT_DEPOSIT, or REAL_TIME");
});

test("a failing message function gives a clear error, and changes nothing", () => {
	const cause = new RangeError("mine");
	let fails = true;
	const moody = () => {
		if (fails) {
			throw cause;
		}
		return "!";
	};
	const isTold = (error) =>
		error.cause === cause && /options\.messages threw .* too_long at \/title/.test(error.message);
	assert.throws(() => validate(LONG, { messages: moody }), isTold);
	assert.throws(() => prepare(LONG, { ...REQUEST, messages: moody }), isTold);

	const form = new CardForm({ messages: moody });
	const told = [];
	form.subscribe(({ appeared }) => told.push(...wordsOf({ issues: appeared })));
	assert.throws(() => form.set("title", LONG.title), isTold);
	assert.deepEqual(told, ["会员卡名称最多 10 个字，当前 12 个字"]);
	assert.throws(() => form.issues(), isTold);
	assert.deepEqual(form.value(), LONG);
	fails = false;
	assert.deepEqual(wordsOf({ issues: form.issues() }), ["!"]);
	assert.deepEqual(wordsOf(validate(LONG, { messages: moody })), ["!"]);
});

test("what is no text is refused", () => {
	for (const wrong of [null, 1, "", {}, Promise.resolve("later"), ["a"], Symbol("s"), () => "a"]) {
		assert.throws(() => validate(LONG, { messages: () => wrong }), {
			name: "TypeError",
			message: /options\.messages must give a text or undefined, not .* for too_long at \/title/,
		});
	}
	assert.throws(
		() => validate(LONG, { messages: { too_long: 1 } }),
		/must give a text or undefined, not 1, for/,
	);
	for (const wrong of [null, 1, "text", Symbol("s")]) {
		for (const run of [validate, validateJson, (_, options) => new CardForm(options)]) {
			assert.throws(
				() => run("{}", { messages: wrong }),
				/options\.messages must be a function or an object/,
			);
		}
	}
	const found = validate({ title: "卡", unlisted: 1 }, { messages: () => 1 });
	assert.throws(() => found.issues, TypeError);
	assert.throws(() => found.issues, TypeError);
	assert.equal(found.body, '{"title":"卡","unlisted":1}');
});

test("a function may validate in turn", () => {
	const nested = ({ message: usual }) => `${usual} (${validate({ title: 1 }).issues.length})`;
	assert.match(wordsOf(validate(LONG, { messages: nested }))[0], / \(1\)$/);
});
