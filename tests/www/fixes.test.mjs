import assert from "node:assert/strict";
import { test } from "node:test";
import { validate } from "../../pkg/dist/index.mjs";
import { fixOf } from "../../www/editor/fixes.js";

/** The edits for the issue of a code that a payload has. */
function editsFor(code, payload) {
	const issue = validate(payload).issues.find((issue) => issue.code === code);
	assert.ok(issue, `${code} is not reported`);
	return fixOf(issue, payload)?.edits;
}

test("texts are set right", () => {
	assert.deepEqual(editsFor("unsupported_character", { title: "茶🍵卡" }), [
		{ set: "/title", value: "茶卡" },
	]);
	assert.deepEqual(editsFor("surrounding_blanks", { service_phone: " 0755-12345677" }), [
		{ set: "/service_phone", value: "0755-12345677" },
	]);
	assert.deepEqual(editsFor("invisible_character", { title: "茶\u200b卡" }), [
		{ set: "/title", value: "茶卡" },
	]);
	assert.deepEqual(editsFor("url_insecure", { additional_statement: { url: "http://a.example.com/" } }), [
		{ set: "/additional_statement/url", value: "https://a.example.com/" },
	]);
});

test("a value or a key that is nearly right is replaced", () => {
	assert.deepEqual(editsFor("unknown_value", { code_type: "QR_CODE" }), [
		{ set: "/code_type", value: "QRCODE" },
	]);
	assert.deepEqual(editsFor("unknown_key", { titel: "卡" }), [
		{ remove: "/titel" },
		{ set: "/title", value: "卡" },
	]);
});

test("a value of the wrong type is written in the right one", () => {
	assert.deepEqual(editsFor("wrong_type", { title: 5 }), [{ set: "/title", value: "5" }]);
	assert.deepEqual(editsFor("wrong_type", { total_quantity: "30" }), [{ set: "/total_quantity", value: 30 }]);
});

test("renaming a key never replaces another one", () => {
	assert.deepEqual(editsFor("unknown_key", { titel: "卡", title: "茶" }), [{ remove: "/titel" }]);
});

test("fields that do not belong are removed", () => {
	assert.deepEqual(editsFor("null_omitted", { title: null }), [{ remove: "/title" }]);
	assert.deepEqual(editsFor("wrong_type", { title: {} }), [{ remove: "/title" }]);
	assert.equal(editsFor("wrong_type", [1]), undefined);
});

test("there is no fix where only the user can know", () => {
	assert.equal(editsFor("too_long", { title: "一二三四五六七八九十一" }), undefined);
	assert.equal(editsFor("unknown_value", { code_type: "zzzzzzzzzz" }), undefined);
});
