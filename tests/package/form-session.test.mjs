import assert from "node:assert/strict";
import { test } from "node:test";
import { CardForm as FormPagesCardForm } from "../../pkg/dist/form/index.mjs";
import { CardForm, FormError } from "../../pkg/dist/index.mjs";

const LIST = "/user_information_form/common_field_list";

for (const [entry, Form] of Object.entries({ index: CardForm, form: FormPagesCardForm })) {
	test(`${entry}: a field's state is all there`, () => {
		const form = new Form({ current: { title: "会员卡", code_mode: "SYSTEM_ALLOCATE" }, locale: "en" });
		const { appeared, changed, gone, fields, truncated } = form.set("title", "一二三四五六七八九十é😀");
		const [issue] = appeared;
		assert.equal(issue.message, "Card name can have at most 10 characters, not 12");
		assert.deepEqual([changed, gone, truncated], [[], [], false]);
		assert.deepEqual(fields, [
			{
				path: ["title"],
				pointer: "/title",
				value: "一二三四五六七八九十é😀",
				count: 12,
				unit: "character",
				graphemes: 12,
				limit: 10,
				remaining: -2,
				required: false,
				relevant: true,
				touched: false,
				dirty: true,
				issues: form.issues(),
			},
		]);
		assert.deepEqual(form.field("/code_mode").locked, {
			code: "code_mode_locked",
			reason: "WeChat Pay allocates this card's codes, which cannot be changed",
		});
		assert.deepEqual(form.changes(), [
			{ pointer: "/title", sent: true, before: "会员卡", after: "一二三四五六七八九十é😀" },
		]);
		const { valid, issues } = form.validate();
		assert.deepEqual([valid, issues], [false, form.issues().filter(({ pointer }) => pointer === "/title")]);
		form.dispose();
	});

	test(`${entry}: of a huge paste the first fields are reported`, () => {
		const form = new Form();
		const { fields, truncated, appeared } = form.set(LIST, Array(120_000).fill(1));
		assert.deepEqual([fields.length, truncated, appeared.length], [1000, true, 1001]);
		assert.equal(form.field(LIST).count, 120_000);
		assert.equal(form.set("title", "会").truncated, false);
		assert.deepEqual(
			form.remove(LIST).fields.map(({ pointer }) => pointer),
			["/user_information_form", LIST],
		);
		form.dispose();
	});
}

test("an array of steps distinguishes keys from indexes, and a pointer escapes", () => {
	const initial = { x: { 0: "a", "~1": "b", "a/b": "c", "": "d", "😀": "e" }, y: ["f"] };
	const form = new CardForm({ initial });
	const value = (path) => form.field(path).value;
	assert.deepEqual(
		["0", "~1", "a/b", "", "😀"].map((key) => value(["x", key])),
		["a", "b", "c", "d", "e"],
	);
	assert.deepEqual([value("/x/~01"), value("/x/a~1b"), value("/x/"), value(["y", 0])], ["b", "c", "d", "f"]);
	assert.equal(value("/y/0"), "f");
	for (const path of [
		"/x/0",
		["y", "0"],
		["x", 0],
		["y", 1],
		["y", 2 ** 40],
		["y", Number.MAX_SAFE_INTEGER],
	]) {
		assert.throws(() => form.field(path), Error, JSON.stringify(path));
	}
	form.dispose();
});

test("invalid paths and texts are refused by name, and change nothing", () => {
	const form = new CardForm({ initial: { title: "会员卡" } });
	for (const path of [undefined, null, 1, {}, [1.5], [-1], [null], Array(65).fill("x")]) {
		assert.throws(() => form.set(path, 1), { name: "TypeError", message: /field's path/ });
	}
	assert.throws(() => form.enter("title", 5), { name: "TypeError", message: /enter takes the text/ });
	assert.throws(() => form.enter("title", "a".repeat(300_000)), { code: "unreadable", pointer: "/title" });
	assert.deepEqual(form.value(), { title: "会员卡" });
	form.dispose();
});

test("more paths than the cache holds still work", () => {
	const keys = Array.from({ length: 600 }, (_, index) => `key_${index}`);
	const form = new CardForm({ initial: Object.fromEntries(keys.map((key) => [key, key])) });
	for (const key of [...keys, ...keys]) {
		assert.equal(form.field(key).value, key);
	}
	form.dispose();
});

test("impossible edits are FormErrors with a code, in the form's language", () => {
	const form = new CardForm();
	const unknown = { name: "FormError", code: "unknown_field", pointer: "/titel", meant: "/title" };
	const attempt = () => form.set("titel", 1);
	assert.throws(attempt, { ...unknown, message: '"/titel" 不是本接口的字段：您是否想写 "/title"？' });
	form.locale = "en";
	assert.throws(attempt, {
		...unknown,
		message: '"/titel" is not a field of this API: did you mean "/title"?',
	});
	assert.throws(
		() => form.touch("nothing"),
		(error) => error instanceof FormError && error.meant === undefined,
	);
	assert.throws(() => form.move("title", 0, 1), { code: "out_of_range", message: /which has 0 items$/ });
	form.dispose();
});
