/** Submitted forms as updates. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import { fromFormData, validate } from "../../pkg/dist/index.mjs";

const QUESTIONS = "/user_information_form/custom_field_list";

/** `FormData` with these entries. */
function submitted(...entries) {
	const data = new FormData();
	for (const [name, value] of entries) {
		data.append(name, value);
	}
	return data;
}

test("texts become values of the field's type", () => {
	const update = fromFormData(
		submitted(
			["title", " 会员卡 "],
			["description", "第一条\r\n第二条"],
			["total_quantity", " ５000 "],
			["need_display_level", "on"],
			["/balance_information/need_balance", "false"],
			["/balance_information/balance_path", "pages/index"],
			["/date_information/available_begin_time", "2026-12-01T08:30"],
			["service_phone", ""],
		),
	);
	assert.deepEqual(update, {
		title: " 会员卡 ",
		description: "第一条\n第二条",
		total_quantity: 5000,
		need_display_level: true,
		balance_information: { need_balance: false, balance_path: "pages/index" },
		date_information: { available_begin_time: "2026-12-01T08:30:00+08:00" },
	});
});

test("a checkbox after a hidden input of its name can be false", () => {
	const hidden = ["need_dynamic_code", "false"];
	assert.deepEqual(fromFormData(submitted(hidden)), { need_dynamic_code: false });
	assert.deepEqual(fromFormData(submitted(hidden, ["need_dynamic_code", "on"])), { need_dynamic_code: true });
});

test("repeated names, lines and rows become lists", () => {
	const flags = "/user_information_form/common_field_list";
	const update = fromFormData(
		submitted(
			[flags, "USER_FORM_FLAG_MOBILE"],
			[flags, "USER_FORM_FLAG_NAME"],
			// A page has removed a row, and lists another one out of order.
			[`${QUESTIONS}/10/name`, "第三"],
			[`${QUESTIONS}/2/name`, "第二"],
			[`${QUESTIONS}/2/type`, "RADIO"],
			[`${QUESTIONS}/2/values`, "甲\r\n乙\r\n"],
			[`${QUESTIONS}/0/name`, "第一"],
			[`${QUESTIONS}/10/values/3`, "丙"],
			[`${QUESTIONS}/10/values/4`, "丁"],
		),
	);
	assert.deepEqual(update, {
		user_information_form: {
			common_field_list: ["USER_FORM_FLAG_MOBILE", "USER_FORM_FLAG_NAME"],
			custom_field_list: [
				{ name: "第一" },
				{ type: "RADIO", name: "第二", values: ["甲", "乙"] },
				{ name: "第三", values: ["丙", "丁"] },
			],
		},
	});
});

test("names of no field are left out, misspelt names are kept", () => {
	const update = fromFormData(
		submitted(
			["_csrf", "token"],
			["$ACTION_ID_1", ""],
			["submit", "保存"],
			["__proto__", "x"],
			["", "x"],
			["tilte", "会员卡"],
			["balance_information.balance_path", "pages/index"],
		),
	);
	assert.deepEqual(update, { tilte: "会员卡", "balance_information.balance_path": "pages/index" });
	const { issues } = validate(update, { locale: "en" });
	assert.match(issues.map(({ message }) => message).join(), /title/);
});

test("invalid values are kept for the validation", () => {
	const update = fromFormData(
		submitted(["total_quantity", "many"], ["need_display_level", "perhaps"], ["code_type", "QR"]),
	);
	assert.deepEqual(update, { total_quantity: "many", need_display_level: "perhaps", code_type: "QR" });
	const file = new File(["x"], "logo.png");
	const { valid, issues } = validate(fromFormData(submitted(["logo_url", file])));
	assert.deepEqual([valid, issues[0].pointer, issues[0].code], [false, "/logo_url", "url_format"]);
	assert.deepEqual(fromFormData(submitted(["logo_url", new File([], "")])), {});
});

test("pairs, URLSearchParams and maps have entries, too", () => {
	const expected = { title: "卡" };
	for (const data of [new URLSearchParams("title=卡"), [["title", "卡"]], new Map([["title", "卡"]])]) {
		assert.deepEqual(fromFormData(data), expected);
	}
	for (const wrong of [undefined, null, 7, { title: "卡" }]) {
		assert.throws(() => fromFormData(wrong), /fromFormData takes FormData/);
	}
	assert.throws(() => fromFormData([], { apii: "" }), TypeError);
});

test("the endpoint decides", () => {
	const { fromFormData } = cardMember;
	const api = "card-member.partner.create";
	const data = submitted(
		["card_title", "卡"],
		["purchase_information", ""],
		["/purchase_information/price", "100"],
	);
	assert.deepEqual(fromFormData(data, { api }), { card_title: "卡", purchase_information: { price: 100 } });
	assert.throws(() => fromFormData(data), /options\.api is missing/);
});

test("many entries take time in proportion", () => {
	// A form would recheck every row.
	const many = (count) => Array.from({ length: count }, (_, at) => [`${QUESTIONS}/${at * 2}/name`, "x"]);
	const time = (count) => {
		const started = performance.now();
		assert.equal(fromFormData(many(count)).user_information_form.custom_field_list.length, count);
		return performance.now() - started;
	};
	time(100);
	assert.ok(time(8_000) < 3_000);
	const flags = "/user_information_form/common_field_list";
	const started = performance.now();
	fromFormData(Array.from({ length: 100_000 }, () => [flags, "x"]));
	assert.ok(performance.now() - started < 3_000);
});
