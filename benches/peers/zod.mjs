import * as z from "zod";
import * as rules from "../lib/rules.mjs";
import * as table from "../lib/table.mjs";

const plain = z.string().refine(rules.isPlain);
const text = (max, format) => {
	const limited = plain.refine((value) => rules.isAtMost(value, max));
	return format === undefined ? limited : limited.refine(format);
};
// `z.int()` would keep the rules between fields from being asked.
const count = z.number().refine(Number.isSafeInteger).min(0);
const unknown = z.unknown().refine(rules.isPlainThroughout);
const optional = (fields) =>
	z
		.object(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.nullish()])))
		.catchall(unknown)
		.refine(rules.hasPlainKeys);
/** Rules between fields always run, as in the package. */
const always = (path) => ({ path: [path], when: () => true });
const across = (rule) => (value) => !rules.isObject(value) || rule(value);

const update = optional({
	appid: text(32, rules.isAppid).min(1),
	logo_url: text(128, rules.isImageUrl),
	title: text(10),
	background_picture_url: text(128, rules.isImageUrl),
	description: text(500),
	service_phone: text(32),
	total_quantity: count,
	date_information: optional({
		type: z.enum(table.DATE_TYPES),
		available_begin_time: z.string().refine(rules.isDateTime),
		available_end_time: z.string().refine(rules.isDateTime),
		available_day_after_receive: count,
		wait_days_after_receive: count,
	}).refine(across(rules.runsForward), always("available_end_time")),
	need_display_level: z.boolean(),
	init_level: text(5),
	balance_information: optional({
		need_balance: z.boolean(),
		balance_appid: plain.refine(rules.isAppid),
		balance_path: plain.refine(rules.isPagePath),
		balance_url: plain.refine(rules.isWebUrl),
	}).refine(across(rules.hasItsPath), always("balance_path")),
	user_information_form: optional({
		can_modify_after_activate: z.boolean(),
		common_field_list: z.array(z.enum(table.COMMON_FIELDS)),
		custom_field_list: z.array(
			optional({ type: z.enum(table.CUSTOM_FIELD_TYPES), name: plain, values: z.array(plain) }),
		),
	}),
	additional_statement: optional({
		title: plain,
		url: plain.refine(rules.isWebUrl),
		appid: plain.refine(rules.isAppid),
		path: plain.refine(rules.isPagePath),
	}),
	code_mode: z.enum(table.CODE_MODES),
	need_dynamic_code: z.boolean(),
	code_type: z.enum(table.CODE_TYPES),
})
	.refine(across(rules.hasItsLevel), always("init_level"))
	.refine(across(rules.hasKnownField), { path: [], when: () => true });

export function issues(value) {
	const { error } = update.safeParse(value);
	return error === undefined ? [] : error.issues;
}

export function pointers(found) {
	return found.map(({ path }) => path.map((step) => `/${String(step)}`).join(""));
}
