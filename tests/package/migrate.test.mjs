/** Migrating cards of older APIs to card-member. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as page from "../../pkg/dist/card-member/form/index.mjs";
import * as member from "../../pkg/dist/card-member/index.mjs";
import * as validation from "../../pkg/dist/card-member/validate/index.mjs";
import * as open from "../../pkg/dist/index.mjs";

const { MigrationError, migrate } = member;
const api = "card-member.brand.create";
const example = readFileSync(
	new URL("../data/card_member/membercard-open-get-response.json", import.meta.url),
	"utf8",
);

test("a card becomes a draft, and every value is accounted for", () => {
	const migration = migrate(example, { api, locale: "en" });
	assert.equal(migration.from, "membercard-open");
	assert.equal(migration.valid, false);
	const body = JSON.parse(migration.body);
	assert.deepEqual([body.card_title, body.card_type, body.brand_id], ["微信支付测试卡", "NORMAL", undefined]);
	assert.deepEqual(migration.given, ["/card_type"]);
	assert.ok(migration.missing.includes("/member_information"));
	assert.deepEqual(
		migration.missing,
		migration.issues.filter(({ code }) => code === "missing").map(({ pointer }) => pointer),
	);
	const { note, ...moved } = migration.moved.find(({ from }) => from === "/title");
	assert.deepEqual(moved, { from: "/title", to: "/card_title", isConverted: false, basis: "stated" });
	assert.equal(note, undefined);
	assert.deepEqual(
		migration.left.find(({ pointer }) => pointer === "/brand/brand_id"),
		{
			pointer: "/brand/brand_id",
			code: "not_taken",
			params: { field: "/brand_id", api },
			message: `It corresponds to /brand_id, which ${api} does not take`,
		},
	);
});

test("objects and JSON text are the same, and messages are Chinese by default", () => {
	assert.deepEqual(migrate(JSON.parse(example), { api }), migrate(example, { api }));
	const { left } = migrate({ title: "卡", logo_url: "x" }, { api });
	assert.deepEqual(left, [
		{ pointer: "/logo_url", code: "no_counterpart", params: {}, message: "新请求体中没有对应的字段" },
	]);
});

test("a complete draft is valid", () => {
	const { valid, issues, body } = migrate({ title: "会员卡" }, { api: "card-member.brand.update" });
	assert.deepEqual({ valid, issues, body }, { valid: true, issues: [], body: '{"card_title":"会员卡"}' });
});

test("inputs that are no older card are errors with a code", () => {
	for (const [card, code, message] of [
		["{", "unreadable", /^the older card cannot be read: /],
		[{ hello: 1 }, "not_old_card", /\(it has hello\)$/],
		[[], "not_old_card", /api\.weixin\.qq\.com\/card$/],
	]) {
		assert.throws(
			() => migrate(card, { api, locale: "en" }),
			(error) => error instanceof MigrationError && error.code === code && message.test(error.message),
		);
	}
	assert.throws(() => migrate({ hello: 1 }, { api }), /^MigrationError: 不是可以迁移的会员卡/);
	assert.throws(() => migrate(7, { api }), /^TypeError: card must be an object or JSON text, not 7$/);
	assert.throws(() => migrate({}, {}), /^TypeError: options\.api is missing/);
	assert.throws(() => migrate({}, { api, local: "en" }), /^TypeError: options\.local /);
	// A failure breaks nothing.
	assert.equal(migrate({ title: "卡" }, { api }).from, "membercard-open");
});

test("only the whole of card-member has it", () => {
	for (const entry of [page, validation, open]) {
		assert.equal(entry.migrate, undefined);
	}
});
