import assert from "node:assert/strict";
import { test } from "node:test";
import { prepare, prepareJson, ValidationError, validateJson } from "../../pkg/dist/index.mjs";

const options = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1_554_208_460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
};
const bytes = (text) => new TextEncoder().encode(text);

function issuesOf(json, more) {
	try {
		prepareJson(json, { ...options, ...more });
	} catch (error) {
		assert.ok(error instanceof ValidationError, String(error));
		return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
	}
	return [];
}

test("text becomes the request that its value becomes", () => {
	const json = '{ "title": "会员卡", "total_quantity": 1e3 }';
	const expected = prepare(JSON.parse(json), options);
	assert.deepEqual(prepareJson(json, options), expected);
	assert.deepEqual(prepareJson(bytes(json), options), expected);
});

test("the body is that of the text, also where a value could not hold it", () => {
	for (const json of ['{"x":12345678901234567890.10}', '{"x":"\\ud800"}', '{"__proto__":{"a":1}}']) {
		const { body } = validateJson(json);
		if (body !== undefined) {
			assert.equal(prepareJson(json, options).body, body);
			assert.equal(prepareJson(bytes(json), options).body, body);
		}
	}
	assert.equal(prepareJson('{"x":12345678901234567890.10}', options).body, '{"x":12345678901234567890.10}');
});

test("text is read strictly, and all that is wrong is told at once", () => {
	assert.deepEqual(issuesOf('{"title":"a","title":"b"}'), ["duplicate_key /title"]);
	assert.deepEqual(issuesOf('{"title":7}', { mchid: "x" }), ["wrong_type /title", "mchid_format /mchid"]);
	assert.deepEqual(issuesOf('{"title":'), ["json_syntax "]);
	assert.deepEqual(issuesOf(Uint8Array.of(0x22, 0xff, 0x22)), ["json_invalid_utf8 "]);
	assert.deepEqual(issuesOf(`"${"x".repeat(300_000)}"`), ["json_too_large "]);
	assert.deepEqual(issuesOf(bytes(`"${"x".repeat(300_000)}"`)), ["json_too_large "]);
	assert.ok(issuesOf(`{"title":"${String.fromCharCode(0xd800)}"}`).includes("unpaired_surrogate /title"));
});

test("what is no text is a TypeError, and so are wrong options", () => {
	assert.throws(() => prepareJson({ title: "a" }, options), /takes a string or a Uint8Array/);
	assert.throws(() => prepareJson("{}", { ...options, cardId: 1 }), /options\.cardId/);
	assert.throws(() => prepareJson("{}"), /options must be an object/);
});
