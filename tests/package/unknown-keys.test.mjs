/** Unknown keys in every layer, and values that are not an update or a card at all. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as formPage from "../../pkg/dist/form/index.mjs";
import {
	CardForm,
	cardUpdateSchema,
	inspectMessage,
	jsonSchema,
	PreparedRequest,
	prepare,
	prepareJson,
	sign,
	ValidationError,
	validate,
	validateJson,
} from "../../pkg/dist/index.mjs";
import * as validation from "../../pkg/dist/validate/index.mjs";

const REQUEST = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	locale: "en",
};
const UPDATE = { title: "会员卡", remark: "x" };
const WHOLE = '{"title":"会员卡","remark":"x"}';
const KNOWN = '{"title":"会员卡"}';
const codes = ({ issues }) => issues.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
const WARNED = ["warning unknown_key /remark"];
const REFUSED = ["error unknown_key /remark"];
const DROPPED = ["warning unknown_key_dropped /remark"];

test("unknownKeys works for values and texts, in every entry", () => {
	for (const entry of [{ validate, validateJson }, formPage, validation]) {
		const ofValue = (options) => entry.validate(UPDATE, options);
		const ofText = (options) => entry.validateJson(WHOLE, options);
		// The smallest entry does not read text.
		for (const run of entry === validation ? [ofValue] : [ofValue, ofText]) {
			assert.deepEqual([run({}).body, codes(run({}))], [WHOLE, WARNED]);
			const [warn, refuse, drop] = ["warn", "refuse", "drop"].map((unknownKeys) => run({ unknownKeys }));
			assert.deepEqual([warn.body, codes(warn)], [WHOLE, WARNED]);
			assert.deepEqual([refuse.valid, codes(refuse)], [false, REFUSED]);
			assert.deepEqual([drop.body, codes(drop)], [KNOWN, DROPPED]);
			assert.deepEqual(drop.value, { title: "会员卡" });
		}
	}
});

test("beside all other options", () => {
	const options = {
		unknownKeys: "drop",
		chinaTime: true,
		profile: "merchant",
		imageHosts: ["img.example"],
		current: { code_mode: "SYSTEM_ALLOCATE" },
	};
	const update = { logo_url: "https://img.example/0", code_mode: "REAL_TIME", remark: 1 };
	assert.deepEqual(codes(validate(update, options)), [
		"error code_mode_locked /code_mode",
		"warning unknown_key_dropped /remark",
	]);
	assert.deepEqual(codes(validate(update, { ...options, unknownKeys: "refuse" })), [
		"error code_mode_locked /code_mode",
		"error unknown_key /remark",
	]);
});

test("unknownKeys works for preparing, signing and restoring requests", async () => {
	for (const make of [
		(unknownKeys) => prepare(UPDATE, { ...REQUEST, unknownKeys }),
		(unknownKeys) => prepareJson(WHOLE, { ...REQUEST, unknownKeys }),
	]) {
		assert.equal(make("warn").body, WHOLE);
		assert.equal(make("drop").body, KNOWN);
		assert.deepEqual(codes(make("drop")), DROPPED);
		assert.throws(
			() => make("refuse"),
			(error) => error instanceof ValidationError && codes(error)[0] === REFUSED[0],
		);
	}
	const signed = await sign(UPDATE, { ...REQUEST, unknownKeys: "drop", signer: () => new Uint8Array(256) });
	assert.equal(signed.body, KNOWN);
	const data = prepare(UPDATE, REQUEST).toJSON();
	assert.throws(() => PreparedRequest.from(data, { unknownKeys: "refuse" }), ValidationError);
	assert.throws(() => PreparedRequest.from(data, { unknownKeys: "drop" }));
});

test("a form", () => {
	const of = (unknownKeys) => new CardForm({ initial: UPDATE, unknownKeys });
	assert.deepEqual(codes({ issues: of("warn").issues() }), WARNED);
	assert.deepEqual(codes({ issues: of("refuse").issues() }), REFUSED);
	assert.equal(of("refuse").validate().valid, false);
	assert.deepEqual(codes({ issues: of("drop").issues() }), DROPPED);
	assert.equal(of("drop").validate().body, KNOWN);
	assert.equal(of("drop").prepare(REQUEST).body, KNOWN);
});

test("a Standard Schema and its JSON Schema", async () => {
	const of = (unknownKeys) => cardUpdateSchema({ unknownKeys })["~standard"];
	assert.deepEqual(await of("warn").validate(UPDATE), { value: UPDATE });
	assert.deepEqual((await of("refuse").validate(UPDATE)).issues[0].path, ["remark"]);
	assert.deepEqual(await of("drop").validate(UPDATE), { value: { title: "会员卡" } });
	const others = (unknownKeys, side) => jsonSchema({ unknownKeys, side }).additionalProperties;
	assert.deepEqual(others("refuse", "input"), false);
	assert.deepEqual(others("drop", "output"), false);
	assert.deepEqual(others("drop", "input"), undefined);
	assert.notEqual(others("warn", "output"), false);
	for (const target of ["draft-2020-12", "draft-07", "openapi-3.0"]) {
		assert.equal(of("refuse").jsonSchema.input({ target }).additionalProperties, false);
	}
});

test("the guard", () => {
	const { message } = prepare(UPDATE, REQUEST);
	const inspect = (unknownKeys) =>
		inspectMessage(message, { cardIds: "any", allowWarnings: ["unknown_key"], unknownKeys });
	assert.equal(inspect("warn").accepted, true);
	assert.deepEqual(
		["refuse", "drop"].map((unknownKeys) => inspect(unknownKeys).refusals.map(({ code }) => code)),
		[["invalid_body"], ["body_not_canonical"]],
	);
});

test("another value of the option is a TypeError", () => {
	for (const unknownKeys of ["strip", true, 1]) {
		for (const run of [
			() => validate({}, { unknownKeys }),
			() => new CardForm({ unknownKeys }),
			() => jsonSchema({ unknownKeys }),
			() => inspectMessage("", { cardIds: "any", unknownKeys }),
		]) {
			assert.throws(run, {
				name: "TypeError",
				message: /options\.unknownKeys must be "warn" or "refuse" or "drop"/,
			});
		}
	}
});

test("JSON text passed as a value gets a hint to validateJson", () => {
	const [issue] = validate('{"title":"会员卡"}', { locale: "en" }).issues;
	assert.equal(issue.code, "json_in_text");
	assert.deepEqual(issue.params.functions, ["validateJson", "prepareJson"]);
	assert.match(issue.message, /parse it first, as JSON\.parse does, or call validateJson, prepareJson$/);
	assert.throws(() => prepare('{"title":"会员卡"}', REQUEST), /call validateJson, prepareJson/);
	assert.equal(validate("title").issues[0].code, "wrong_type");
	const { issues } = validate({ title: "会员卡" }, { current: '{"title":"会员卡"}', locale: "en" });
	assert.equal(issues[0].location, "current");
	assert.match(issues[0].message, /^The card's current state is JSON text, .* as JSON\.parse does$/);
});

test("a whole response of an HTTP client is not a card", () => {
	class Headers {}
	const answer = {
		status: 200,
		statusText: "OK",
		headers: new Headers(),
		request: new (class ClientRequest {})(),
		config: { transformRequest: [() => {}], timeout: Number.POSITIVE_INFINITY },
		data: { card_id: REQUEST.cardId, code_mode: "SYSTEM_ALLOCATE" },
	};
	const { issues } = validate({ code_mode: "REAL_TIME" }, { current: answer });
	assert.deepEqual(codes({ issues }), ["error current_not_card "]);
	assert.equal(issues[0].params.wrapper, "/data");
	assert.deepEqual(codes(validate({ code_mode: "REAL_TIME" }, { current: answer.data })), [
		"error code_mode_locked /code_mode",
	]);
});

test("arguments of an SDK get a hint where the update is, and are never signed", async () => {
	const payload = { mchid: "1900000001", card_id: REQUEST.cardId, json: { title: "新卡名" } };
	const signer = () => assert.fail("it must not be signed");
	for (const unknownKeys of ["warn", "refuse", "drop"]) {
		await assert.rejects(sign(payload, { ...REQUEST, unknownKeys, signer }), (error) => {
			const [issue] = error.issues;
			assert.equal(issue.code, "no_known_field");
			assert.deepEqual(issue.params, { keys: ["mchid", "card_id", "json"], wrapper: "/json" });
			return true;
		});
	}
});
