import { type } from "arktype";
import * as rules from "../lib/rules.mjs";
import * as table from "../lib/table.mjs";

const check = (is, words) => (value, context) => is(value) || context.mustBe(words);
const plain = type.string.narrow(check(rules.isPlain, "of plain characters"));
const text = (max, is = () => true) =>
	type.string
		.narrow(check(rules.isPlain, "of plain characters"))
		.narrow(check((value) => rules.isAtMost(value, max), `at most ${max} characters`))
		.narrow(check(is, "of the right form"));
const formatted = (is) => plain.narrow(check(is, "of the right form"));
const dateTime = type.string.narrow(check(rules.isDateTime, "a date and time"));
const count = type("0 <= number.integer <= 9007199254740991");
const choice = (values) => type.enumerated(...values);
const appid = formatted(rules.isAppid);
const pagePath = formatted(rules.isPagePath);
const webUrl = formatted(rules.isWebUrl);

/** An object whose fields may be absent or `null`; an array is an object to arktype. */
const optional = (fields) => {
	const known = new Set(Object.keys(fields));
	const entries = Object.entries(fields).map(([key, field]) => [`${key}?`, field.or("null")]);
	return type(Object.fromEntries(entries))
		.narrow(check(rules.isObject, "an object"))
		.narrow(check((value) => rules.areUnknownPlain(value, known), "plain under its unknown keys"));
};
const across = (rule, key) => (value, context) =>
	rule(value) || context.reject({ expected: "beside the others", relativePath: [key] });

const update = optional({
	appid: text(32, (value) => value !== "" && rules.isAppid(value)),
	logo_url: text(128, rules.isImageUrl),
	title: text(10),
	background_picture_url: text(128, rules.isImageUrl),
	description: text(500),
	service_phone: text(32),
	total_quantity: count,
	date_information: optional({
		type: choice(table.DATE_TYPES),
		available_begin_time: dateTime,
		available_end_time: dateTime,
		available_day_after_receive: count,
		wait_days_after_receive: count,
	}).narrow(across(rules.runsForward, "available_end_time")),
	need_display_level: type.boolean,
	init_level: text(5),
	balance_information: optional({
		need_balance: type.boolean,
		balance_appid: appid,
		balance_path: pagePath,
		balance_url: webUrl,
	}).narrow(across(rules.hasItsPath, "balance_path")),
	user_information_form: optional({
		can_modify_after_activate: type.boolean,
		common_field_list: choice(table.COMMON_FIELDS).array(),
		custom_field_list: optional({
			type: choice(table.CUSTOM_FIELD_TYPES),
			name: plain,
			values: plain.array(),
		}).array(),
	}),
	additional_statement: optional({ title: plain, url: webUrl, appid, path: pagePath }),
	code_mode: choice(table.CODE_MODES),
	need_dynamic_code: type.boolean,
	code_type: choice(table.CODE_TYPES),
})
	.narrow(across(rules.hasItsLevel, "init_level"))
	.narrow(check(rules.hasKnownField, "with a field of the API"));

export function issues(value) {
	const found = update(value);
	return found instanceof type.errors ? found : [];
}

export function pointers(found) {
	return Array.from(found, ({ path }) => Array.from(path, (step) => `/${String(step)}`).join(""));
}
