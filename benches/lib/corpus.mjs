/** What is validated: made here, so that every run has the same. */

import { readFileSync } from "node:fs";

const example = JSON.parse(readFileSync(new URL("../../tests/data/example.json", import.meta.url), "utf8"));
const image = (length) => {
	const [start, end] = ["https://wxpaylogo.qpic.cn/wxpaylogo/", "/0"];
	return start + "x".repeat(length - start.length - end.length) + end;
};

/** Every field at its limit; where the API's page gives none, at the limit of its successor. */
const largest = {
	appid: `wx${"a1".repeat(15)}`,
	logo_url: image(128),
	title: "微信支付会员卡一二三",
	background_picture_url: image(128),
	description: "会员权益及服务说明。".repeat(50),
	service_phone: "0755-12345678,0755-87654321-0123",
	total_quantity: 100_000_000,
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2020-05-20T13:29:35.120+08:00",
		available_end_time: "2030-05-20T13:29:35.120+08:00",
		available_day_after_receive: 10_957,
		wait_days_after_receive: 10_957,
	},
	need_display_level: true,
	init_level: "最高白银级",
	balance_information: {
		need_balance: true,
		balance_appid: `wx${"a1".repeat(15)}`,
		balance_path: `pages/balance/${"b".repeat(114)}`,
		balance_url: `https://example.com/${"c".repeat(108)}`,
	},
	user_information_form: {
		can_modify_after_activate: true,
		common_field_list: [
			"USER_FORM_FLAG_MOBILE",
			"USER_FORM_FLAG_SEX",
			"USER_FORM_FLAG_NAME",
			"USER_FORM_FLAG_BIRTHDAY",
			"USER_FORM_FLAG_ADDRESS",
			"USER_FORM_FLAG_EMAIL",
			"USER_FORM_FLAG_CITY",
		],
		custom_field_list: [
			{
				type: "CHECK_BOX",
				name: "喜欢的运动和休闲方式".repeat(3),
				values: Array.from({ length: 10 }, (_, index) => `喜欢的运动项目${index}`),
			},
		],
	},
	additional_statement: {
		title: "会员卡使用须知及补充声明".slice(0, 10),
		url: `https://example.com/${"d".repeat(108)}`,
		appid: `wx${"a1".repeat(15)}`,
		path: `pages/statement/${"e".repeat(112)}`,
	},
	code_mode: "SYSTEM_ALLOCATE",
	need_dynamic_code: true,
	code_type: "BAR_CODE_AND_QRCODE",
};

/** An error in nearly every field. */
const invalid = {
	appid: "微信 appid",
	logo_url: "https://example.com/logo.png",
	title: "一个比十个字还要长的卡名称",
	background_picture_url: "data:image/png;base64,AAAA",
	description: `${"长".repeat(500)}🎉`,
	service_phone: "0".repeat(33),
	total_quantity: -1,
	date_information: {
		type: "DATE_TYPE_PERMANENT",
		available_begin_time: "2023-02-29T00:00:00+08:00",
		available_end_time: "2030/05/20",
		available_day_after_receive: 1.5,
		wait_days_after_receive: "1",
	},
	need_display_level: true,
	init_level: "",
	balance_information: { need_balance: "false", balance_appid: "wxea9c30890f48d5ae", balance_path: "" },
	user_information_form: {
		can_modify_after_activate: 0,
		common_field_list: ["USER_FORM_INFO_FLAG_SEX", "USER_FORM_FLAG_CITY"],
		custom_field_list: [{ type: "INPUT", name: 1, values: ["篮球", "🏀"] }],
	},
	additional_statement: { url: "xxx.111.com", path: "https://xxx.com/pages/index" },
	code_mode: "MERCHANT_ALLOCATE",
	need_dynamic_code: "false",
	code_type: "QR_CODE",
};

const chinese = {
	title: "微信支付测试卡",
	description: "使用本会员卡表示你同意本公司的协议，最终解释权归本公司所有。\n".repeat(16),
	init_level: "白银会员",
	user_information_form: {
		custom_field_list: [{ type: "RADIO", name: "喜欢的运动", values: ["篮球", "足球", "羽毛球", "游泳"] }],
	},
	additional_statement: { title: "会员卡使用须知" },
};

/** Much of what is slow: long text with its fault at the end, near misses, unknown keys. About 60 kB. */
const worst = {
	description: `${"\u200b会员".repeat(3_000)}🎉`,
	logo_url: `https://wxpaylogo.qpic.cn/${"x".repeat(4_000)}`,
	user_information_form: {
		common_field_list: Array.from({ length: 200 }, (_, index) => `USER_FORM_FLAG_CITI${index}`),
	},
	...Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`unknown_key_${index}`, `值${index}`])),
};

/** By name, in the order of the report. */
export const corpus = {
	example: { about: "the documented example", update: example },
	smallest: { about: "one field", update: { title: "会员卡" } },
	chinese: { about: "Chinese text", update: chinese },
	largest: { about: "every field at its limit", update: largest },
	invalid: { about: "an error in nearly every field", update: invalid },
	worst: { about: "long text, near misses, unknown keys, 60 kB", update: worst },
};
// Text that was put together is slow to read until an engine has made one of it, which is nobody's work here.
for (const document of Object.values(corpus)) {
	document.update = JSON.parse(JSON.stringify(document.update));
}

/** What is typed into the card's name, letter by letter. */
export const TYPED = ["会", "会员", "会员卡", "会员卡一", "会员卡一号", "会员卡一号店"];
