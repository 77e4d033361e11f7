import assert from "node:assert/strict";
import { test } from "node:test";
import { offsetOf, placeOf, rangeOf } from "../../www/json/positions.js";

const at = (text, pointer, options) => {
	const { start, end } = rangeOf(text, pointer, options);
	return text.slice(start, end);
};

test("a pointer leads to its value", () => {
	const text = `{
  "title": "微信\\"支付\\"",
  "list": [ {"name": 1}, {"name": [true , null]} ],
  "a/b~c": -1.5e3,
  "empty": {}
}`;
	assert.equal(at(text, "/title"), '"微信\\"支付\\""');
	assert.equal(at(text, "/list/0/name"), "1");
	assert.equal(at(text, "/list/1"), '{"name": [true , null]}');
	assert.equal(at(text, "/list/1/name/1"), "null");
	assert.equal(at(text, "/a~1b~0c"), "-1.5e3");
	assert.equal(at(text, "/empty"), "{}");
	assert.equal(at(text, ""), text);
});

test("what is not there is looked for around it", () => {
	assert.equal(at('{"a":{"b":1}}', "/a/c/d"), '{"b":1}');
	assert.equal(at('{"a":1}', "/b"), '{"a":1}');
	assert.equal(at("", "/b"), "");
});

test("of a key that appears twice, the first or the last one counts", () => {
	const text = '{"a":{"x":1},"a":{"x":2}}';
	assert.equal(at(text, "/a/x"), "1");
	assert.equal(at(text, "/a/x", { last: true }), "2");
});

test("keys are compared as they are read", () => {
	assert.equal(at('{"\\u0074itle": 7}', "/title"), "7");
});

test("text that is not JSON is read as far as it can be", () => {
	for (const text of [
		'{"a":1 "b":2}',
		'{"a":1,',
		'{"a":1,"b',
		"[1,2",
		'{"a":1}}',
		'{"a":1,,"b":2}',
		"{a:1}",
		"{,}",
	]) {
		assert.doesNotThrow(() => rangeOf(text, "/a"), text);
	}
	assert.equal(at('{"a":1 "b":2}', "/a"), "1");
	assert.equal(at("[1,2", "/1"), "2");
	assert.equal(at('{"a":"open', "/a"), '"open');
});

test("neither depth nor length is too much", () => {
	const deep = "[".repeat(100_000);
	assert.equal(rangeOf(deep, "/0/0").start, 2);
	const long = `[${'{"a":"\\\\"},'.repeat(20_000)}"${"x".repeat(1_000_000)}"]`;
	assert.equal(at(long, "/19999/a"), '"\\\\"');
	assert.equal(at(long, "/20000").length, 1_000_002);
});

test("lines and columns count from 1, columns in characters", () => {
	const text = '{\n  "名😀": 1\n}';
	const offset = text.indexOf("1");
	assert.deepEqual(placeOf(text, offset), { line: 2, column: 9 });
	assert.equal(offsetOf(text, 2, 9), offset);
	assert.deepEqual(placeOf(text, 0), { line: 1, column: 1 });
	assert.equal(offsetOf(text, 9, 1), text.length);
	assert.equal(offsetOf(text, 1, 99), 1);
});
