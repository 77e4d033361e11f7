import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleParts } from "../../www/json/visible.js";

const shown = (text) =>
	visibleParts(text)
		.map(({ text, mark }) => text ?? `<${mark}>`)
		.join("");

test("only invisible characters are marked", () => {
	assert.equal(shown("PATCH\n"), "PATCH<↵>");
	assert.equal(shown("a b\t\r"), "a<·>b<⇥><␍>");
	assert.equal(shown("微信\u200b支付\ufeff"), "微信<U+200B>支付<U+FEFF>");
	assert.equal(shown("\u3000\u00a0\u0007"), "<U+3000><U+00A0><U+0007>");
	assert.equal(shown("\ud800"), "<U+D800>");
	assert.equal(shown("会员卡・é🍵"), "会员卡・é🍵");
	assert.deepEqual(visibleParts(""), []);
});

test("the parts are the text", () => {
	const text = '{"a":"b c"}\n\u2028x';
	const characters = (code) => String.fromCodePoint(Number.parseInt(code.slice(2), 16));
	assert.equal(
		visibleParts(text)
			.map(({ text, code }) => text ?? characters(code))
			.join(""),
		text,
	);
});
