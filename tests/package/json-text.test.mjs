import assert from "node:assert/strict";
import { test } from "node:test";
import { toWellFormed } from "../../pkg/build/bridge/json-text.js";

test("well-formed text is left as it is", () => {
	for (const text of ["", "{}", '{"a":"会员卡 😀\\ud800"}', "\u0001\ufffd\u2028"]) {
		assert.equal(toWellFormed(text), text);
	}
});

test("a lone surrogate becomes its escape", () => {
	assert.equal(toWellFormed('"a\ud800b\udfff"'), '"a\\ud800b\\udfff"');
	assert.equal(toWellFormed('"\udc00\ud800"'), '"\\udc00\\ud800"');
	assert.equal(toWellFormed("\ud800\ud83d\ude00"), "\\ud800😀");
});

test("the text means the same as JSON before and after", () => {
	for (const text of [
		'"\ud800"',
		'"\\\\\ud800"',
		'"\\\\\\\\\udc01"',
		'"\\n\udfff"',
		'["\ud800\ud800", "\udc00x"]',
	]) {
		assert.deepEqual(JSON.parse(toWellFormed(text)), JSON.parse(text));
	}
});

test("a backslash before a lone surrogate stays the syntax error that it is", () => {
	for (const text of ['"\\\ud800"', '"\\\\\\\udc00"', "\ud800", '{\udc00"a":1}']) {
		assert.throws(() => JSON.parse(text), SyntaxError);
		assert.throws(() => JSON.parse(toWellFormed(text)), SyntaxError);
	}
});
