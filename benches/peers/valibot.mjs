import * as v from "valibot";
import * as rules from "../lib/rules.mjs";
import * as table from "../lib/table.mjs";

const plain = v.pipe(v.string(), v.check(rules.isPlain));
const text = (max, ...checks) =>
	v.pipe(
		v.string(),
		v.check(rules.isPlain),
		v.check((value) => rules.isAtMost(value, max)),
		...checks,
	);
const formatted = (format) => v.pipe(v.string(), v.check(rules.isPlain), v.check(format));
const dateTime = v.pipe(v.string(), v.check(rules.isDateTime));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const unknown = v.pipe(v.unknown(), v.check(rules.isPlainThroughout));
const optional = (fields) => {
	const entries = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, v.nullish(field)]));
	// An array is an object to valibot, and some keys are no keys.
	return v.pipe(v.custom(rules.isObject), v.check(rules.hasPlainKeys), v.objectWithRest(entries, unknown));
};
/** Runs when the fields that the rule reads have the right types. Other fields may be wrong. */
const across = (rule, keys) =>
	v.forward(
		v.partialCheck(
			keys.map((key) => [key]),
			rule,
		),
		[keys.at(-1)],
	);

const update = v.pipe(
	optional({
		appid: text(32, v.check(rules.isAppid), v.nonEmpty()),
		logo_url: text(128, v.check(rules.isImageUrl)),
		title: text(10),
		background_picture_url: text(128, v.check(rules.isImageUrl)),
		description: text(500),
		service_phone: text(32),
		total_quantity: count,
		date_information: v.pipe(
			optional({
				type: v.picklist(table.DATE_TYPES),
				available_begin_time: dateTime,
				available_end_time: dateTime,
				available_day_after_receive: count,
				wait_days_after_receive: count,
			}),
			across(rules.runsForward, ["available_begin_time", "available_end_time"]),
		),
		need_display_level: v.boolean(),
		init_level: text(5),
		balance_information: v.pipe(
			optional({
				need_balance: v.boolean(),
				balance_appid: formatted(rules.isAppid),
				balance_path: formatted(rules.isPagePath),
				balance_url: formatted(rules.isWebUrl),
			}),
			across(rules.hasItsPath, ["balance_appid", "balance_path"]),
		),
		user_information_form: optional({
			can_modify_after_activate: v.boolean(),
			common_field_list: v.array(v.picklist(table.COMMON_FIELDS)),
			custom_field_list: v.array(
				optional({ type: v.picklist(table.CUSTOM_FIELD_TYPES), name: plain, values: v.array(plain) }),
			),
		}),
		additional_statement: optional({
			title: plain,
			url: formatted(rules.isWebUrl),
			appid: formatted(rules.isAppid),
			path: formatted(rules.isPagePath),
		}),
		code_mode: v.picklist(table.CODE_MODES),
		need_dynamic_code: v.boolean(),
		code_type: v.picklist(table.CODE_TYPES),
	}),
	across(rules.hasItsLevel, ["need_display_level", "init_level"]),
	v.check(rules.hasKnownField),
);

export function issues(value) {
	return v.safeParse(update, value).issues ?? [];
}

export function pointers(found) {
	return found.map(({ path = [] }) => path.map(({ key }) => `/${key}`).join(""));
}
