import assert from "node:assert/strict";
import { test } from "node:test";
import { CardForm, fields } from "../../pkg/dist/index.mjs";

test("a form changes its language and keeps its state", () => {
	const form = new CardForm({
		current: { code_mode: "SYSTEM_ALLOCATE" },
		initial: { title: "一二三四五六七八九十一" },
	});
	form.touch("/title");
	assert.equal(form.issues()[0].message, "会员卡名称最多 10 个字，当前 11 个字");

	form.locale = "en";
	assert.equal(form.issues()[0].message, "Card name can have at most 10 characters, not 11");
	assert.match(form.field("/code_mode").locked.reason, /cannot be changed/);
	assert.equal(form.set("/title", "一二三四五六七八九十一二").changed[0].params.actual, 12);
	assert.ok(form.touched("/title"));

	form.locale = "zh-Hans-CN";
	assert.equal(form.issues()[0].message, "会员卡名称最多 10 个字，当前 12 个字");
	form.locale = "fr";
	assert.equal(form.issues()[0].message, "Card name can have at most 10 characters, not 12");
	assert.throws(() => {
		form.locale = null;
	}, /the locale must be a language tag/);
	form.dispose();
});

test("a field's metadata says beside which values it means something", () => {
	const all = fields("en");
	const condition = (pointer) => all.find((field) => field.pointer === pointer).relevantIf;
	assert.deepEqual(condition("/init_level"), { pointer: "/need_display_level", values: ["true"] });
	assert.equal(condition("/title"), undefined);
});
