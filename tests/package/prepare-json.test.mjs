/** Preparing a request from JSON text, as a server receives it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { prepare, prepareJson, ValidationError, validateJson } from "../../pkg/dist/index.mjs";

const text = readFileSync(new URL("../data/example.json", import.meta.url), "utf8");
const options = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
	locale: "en",
	now: 0,
};
const codes = (json, more) => {
	try {
		prepareJson(json, { ...options, ...more });
		return [];
	} catch (error) {
		assert.ok(error instanceof ValidationError, error);
		return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
	}
};

test("text and bytes become the request that their value becomes", () => {
	const expected = prepare(JSON.parse(text), options);
	for (const json of [text, new TextEncoder().encode(text), Buffer.from(text)]) {
		const request = prepareJson(json, options);
		assert.deepEqual(request.toJSON(), expected.toJSON());
		assert.deepEqual(request.issues, expected.issues);
	}
	assert.ok(expected.message.endsWith(`\n${expected.body}\n`));
});

test("the body is that of the text, also where a value could not hold it", () => {
	const json = '{"title":"卡","x":[1.50,5e6,-0]}';
	for (const text of [json, '{"x":"\\ud800"}', '{"__proto__":{"a":1}}']) {
		const { body } = validateJson(text);
		if (body !== undefined) {
			assert.equal(prepareJson(text, options).body, body);
			assert.equal(prepareJson(new TextEncoder().encode(text), options).body, body);
		}
	}
	assert.equal(prepareJson(json, options).body, json);
});

test("the text is read strictly", () => {
	assert.deepEqual(codes('{"title":"a","title":"b"}'), ["duplicate_key /title"]);
	assert.deepEqual(codes('{"total_quantity":9007199254740993}'), ["too_large /total_quantity"]);
	for (const number of ["9007199254740993", "1e400", "1e-400", "12345678901234567890.10"]) {
		assert.deepEqual(codes(`{"title":"a","x":[{"y":${number}}]}`), [
			"unknown_key /x",
			"inexact_number /x/0/y",
		]);
	}
	assert.deepEqual(codes('{"title":"a","Title":"b"}'), ["ambiguous_key /Title", "unknown_key /Title"]);
	assert.deepEqual(codes('{"title":"\ud800"}'), ["unpaired_surrogate /title"]);
	assert.deepEqual(codes('{"title":'), ["json_unfinished "]);
	assert.deepEqual(codes('{"title":7}', { mchid: "x" }), ["wrong_type /title", "mchid_format /mchid"]);
	assert.deepEqual(codes('{"title":"\u0001bigint\u0001"}'), ["json_control_character "]);
	assert.deepEqual(codes(new Uint8Array([0x22, 0xff, 0x22])), ["json_invalid_utf8 "]);
	for (const json of [" ".repeat(300_000), new Uint8Array(300_000)]) {
		assert.deepEqual(codes(json), ["json_too_large "]);
	}
});

test("what is neither a string nor bytes is refused with the function's name", () => {
	for (const json of [undefined, null, {}, [123, 125], new ArrayBuffer(2)]) {
		assert.throws(() => prepareJson(json, options), { name: "TypeError", message: /^prepareJson takes/ });
	}
	assert.throws(() => prepareJson("{}", {}), /options\.cardId is missing/);
});
