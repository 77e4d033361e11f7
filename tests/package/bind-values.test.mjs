/** The values of a form library, bound to a session. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import { bindValues, CardForm } from "../../pkg/dist/form/index.mjs";

const TOO_LONG = "一二三四五六七八九十一二";
const BEGIN = "/date_information/available_begin_time";
const END = "/date_information/available_end_time";
const QUESTIONS = "/user_information_form/custom_field_list";
const CARD = {
	title: "会员卡",
	service_phone: "0755-12345677",
	code_mode: "SYSTEM_ALLOCATE",
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2099-01-01T00:00:00+08:00",
		available_end_time: "2099-12-31T23:59:59+08:00",
	},
};

/** The relevant members of a dayjs date. */
class Dayjs {
	constructor(instant) {
		this.date = new Date(instant);
	}
	toISOString() {
		return this.date.toISOString();
	}
	toJSON() {
		return this.toISOString();
	}
}

/** A model that starts with the card, bound to a session. */
function bind(model = structuredClone(CARD), options = { current: CARD }) {
	const session = new CardForm(options);
	return { model, session, bound: bindValues(session, () => model) };
}

test("a field is validated with the library's current values of all fields", () => {
	const { model, bound } = bind();
	assert.equal(bound.message("title"), undefined);
	model.title = TOO_LONG;
	assert.equal(bound.message("/title"), "会员卡名称最多 10 个字，当前 12 个字");
	assert.deepEqual([bound.field("title").count, bound.field("title").remaining], [12, -2]);
	assert.ok(bound.field("code_mode").locked.reason);
	model.date_information.available_begin_time = "2100-01-01T00:00:00+08:00";
	assert.match(bound.message(["date_information", "available_end_time"]), /早于/);
});

test("warnings and errors are separate", async () => {
	const { model, bound } = bind();
	model.service_phone = "1";
	assert.equal(bound.message("/service_phone"), undefined);
	assert.match(bound.message("/service_phone", "warning"), /不像电话号码/);
	await bound.check("/service_phone");
	await assert.rejects(bound.check("/service_phone", "warning"), {
		name: "Error",
		message: /不像电话号码/,
	});
	assert.equal(bound.validate().body, '{"service_phone":"1"}');
});

test("fields without inputs keep the card's values, and only differences are sent", () => {
	const model = { title: "新会员卡", date_information: { available_end_time: "2100-12-31T23:59:59+08:00" } };
	const { bound } = bind(model);
	assert.deepEqual(JSON.parse(bound.validate().body), {
		title: "新会员卡",
		date_information: { ...CARD.date_information, available_end_time: "2100-12-31T23:59:59+08:00" },
	});
	model.date_information.available_end_time = CARD.date_information.available_end_time;
	assert.equal(bound.validate().body, '{"title":"新会员卡"}');
});

test("blank inputs count as absent, and values that disappear are removed", () => {
	const { model, session, bound } = bind({
		title: "会员卡",
		description: "",
		total_quantity: null,
		init_level: undefined,
		balance_information: { balance_path: "", balance_appid: "wx1234567890abcdef" },
		date_information: null,
		user_information_form: { common_field_list: [], custom_field_list: undefined },
	});
	assert.equal(bound.validate().body, '{"balance_information":{"balance_appid":"wx1234567890abcdef"}}');
	model.title = Number.NaN;
	model.balance_information = undefined;
	bound.validate();
	assert.deepEqual(session.value(), {
		service_phone: CARD.service_phone,
		date_information: CARD.date_information,
		code_mode: CARD.code_mode,
	});
});

test("texts become values of the field's type", () => {
	const model = { total_quantity: "５０００", need_display_level: "true", service_phone: "4001234567" };
	const { session, bound } = bind(model, {});
	bound.validate();
	assert.deepEqual(session.value(), {
		service_phone: "4001234567",
		need_display_level: true,
		total_quantity: 5000,
	});
});

test("date pickers may hold objects, milliseconds, and texts without an offset", () => {
	const instant = Date.parse("2099-06-01T00:00:00+08:00");
	for (const held of [
		new Date(instant),
		new Dayjs(instant),
		instant,
		"2099-06-01 00:00:00",
		"2099-06-01T00:00",
	]) {
		const { model, session, bound } = bind();
		model.date_information.available_begin_time = held;
		assert.equal(bound.message(BEGIN), undefined);
		assert.equal(Date.parse(session.field(BEGIN).value), instant);
		assert.match(session.field(BEGIN).value, /^2099-06-01T00:00:00(\.000)?\+08:00$/);
	}
	const { model, bound } = bind();
	for (const wrong of [new Date(Number.NaN), Number.POSITIVE_INFINITY, "明天", true]) {
		model.date_information.available_begin_time = wrong;
		assert.ok(bound.message(BEGIN), String(wrong));
	}
	model.date_information.available_begin_time = new Date(CARD.date_information.available_begin_time);
	assert.deepEqual(bound.validate().value, {});
});

test("inner issues are shown at the closest field that the page checks", () => {
	const { model, bound } = bind({ user_information_form: { custom_field_list: [null] } }, {});
	const list = model.user_information_form.custom_field_list;
	assert.equal(bound.message(QUESTIONS), undefined);
	list[0] = { type: "RADIO", name: 1, values: ["", "甲"] };
	assert.match(bound.message(QUESTIONS), /字段名称/);
	assert.match(bound.message(`${QUESTIONS}/0/name`), /字段名称/);
	assert.equal(bound.message(QUESTIONS)?.includes("字段名称") ?? false, false);
	list[0].name = "";
	assert.equal(bound.message(`${QUESTIONS}/0/name`), undefined);
	list.length = 0;
	assert.equal(bound.message(`${QUESTIONS}/0/name`), undefined);
	assert.deepEqual(bound.validate().value, { user_information_form: { custom_field_list: [] } });
});

test("only the update is checked: the card may have values that are refused today", () => {
	const current = { ...CARD, title: TOO_LONG };
	const { model, bound } = bind(structuredClone(current), { current });
	model.service_phone = "400-123-4567";
	assert.equal(bound.message("/title"), undefined);
	assert.equal(bound.validate().valid, true);
	model.title += "三";
	assert.equal(bound.message("/title"), "会员卡名称最多 10 个字，当前 13 个字");
});

test("issues of the whole update are reported at the root only", () => {
	const { bound } = bind({}, {});
	assert.equal(bound.message("/title", "warning"), undefined);
	assert.match(bound.message("", "warning"), /没有/);
});

test("fields whose messages changed through another field are reported once", () => {
	const { model, session, bound } = bind();
	bound.message(END);
	bound.message("/title");
	bound.message("/title", "warning");
	assert.deepEqual(bound.outdated(), []);
	model.date_information.available_begin_time = "2100-01-01T00:00:00+08:00";
	assert.deepEqual(bound.outdated(), [["date_information", "available_end_time"]]);
	assert.deepEqual(bound.outdated(), []);
	session.locale = "en";
	assert.deepEqual(bound.outdated(), [["date_information", "available_end_time"]]);
	assert.match(bound.message(END), /is before the start/);
	assert.deepEqual(bound.outdated(), []);
	model.date_information.available_begin_time = CARD.date_information.available_begin_time;
	assert.deepEqual(bound.outdated(), [["date_information", "available_end_time"]]);
});

test("only changed values are passed to the session", () => {
	const { model, session, bound } = bind();
	model.user_information_form = { common_field_list: ["USER_FORM_FLAG_MOBILE"] };
	bound.validate();
	let edits = 0;
	session.subscribe(() => {
		edits += 1;
		bound.message("/title"); // A listener may call it, too.
	});
	bound.message("/title");
	bound.field("/title");
	assert.equal(edits, 0);
	model.user_information_form.common_field_list.push("USER_FORM_FLAG_NAME"); // The same list.
	bound.message("/title");
	assert.equal(edits, 1);
	assert.deepEqual(session.field("/user_information_form/common_field_list").value, [
		"USER_FORM_FLAG_MOBILE",
		"USER_FORM_FLAG_NAME",
	]);
});

test("values of no field are left out; misspelt names are reported", (t) => {
	const warn = t.mock.method(console, "warn", () => {});
	const { bound } = bind({ agreed: true, titel: "会员卡", "a/b": 1 }, {});
	bound.validate();
	bound.validate();
	assert.deepEqual(
		warn.mock.calls.map(({ arguments: [text] }) => /did you mean "\/title"/.test(text)),
		[true],
	);
	assert.throws(() => bound.message("titel"), { name: "FormError", meant: "/title" });
	assert.throws(() => bound.field("/nothing"), { name: "FormError" });
});

test("values that JSON cannot represent are reported at their field", () => {
	const circle = [];
	circle.push(circle);
	for (const list of [circle, [1n], Object.create({ toJSON: 1 }), Symbol("x"), () => {}]) {
		const { bound } = bind({ user_information_form: { common_field_list: list } }, {});
		assert.ok(bound.message("/user_information_form/common_field_list"), typeof list);
	}
	for (const values of [undefined, null, "text", [], 1]) {
		assert.deepEqual(bindValues(new CardForm(), () => values).validate().value, {});
	}
});

test("an endpoint that is named is the session's", () => {
	const session = new cardMember.CardForm({ api: "card-member.partner.create", locale: "en" });
	const bound = cardMember.bindValues(session, () => ({ card_title: TOO_LONG }));
	assert.match(bound.message("/card_title") ?? bound.message("/card_title", "warning"), /at most/);
});

test("arguments are checked", () => {
	assert.throws(() => bindValues({}, () => ({})), /bindValues takes the CardForm .+ not an object/);
	assert.throws(() => bindValues(new CardForm(), {}), /a function that returns the values.+ not an object/);
});
