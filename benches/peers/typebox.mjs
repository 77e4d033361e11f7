import { FormatRegistry, Kind, Type, TypeRegistry } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { ValueErrorType } from "@sinclair/typebox/errors";
import * as rules from "../lib/rules.mjs";
import * as table from "../lib/table.mjs";

const text = (name, ...checks) => {
	FormatRegistry.Set(name, (value) => rules.isPlain(value) && checks.every((check) => check(value)));
	return Type.String({ format: name });
};
const upTo = (max) => (value) => rules.isAtMost(value, max);
FormatRegistry.Set("card-date-time", rules.isDateTime);

const plain = text("plain");
const image = text("image-url", upTo(128), rules.isImageUrl);
const webUrl = text("web-url", rules.isWebUrl);
const appid = text("appid", rules.isAppid);
const pagePath = text("page-path", rules.isPagePath);
const dateTime = Type.String({ format: "card-date-time" });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const choice = (values) => Type.Union(values.map((value) => Type.Literal(value)));

/** A rule of our own, as a type beside the others. */
const rule = (name, check) => {
	TypeRegistry.Set(name, (_, value) => !rules.isObject(value) || check(value));
	return Type.Unsafe({ [Kind]: name });
};
TypeRegistry.Set("Unknown values", (_, value) => rules.isPlainThroughout(value));
const unknown = Type.Unsafe({ [Kind]: "Unknown values" });
const plainKeys = rule("", rules.hasPlainKeys);

const optional = (fields) => {
	const orNull = ([key, field]) => [key, Type.Optional(Type.Union([field, Type.Null()]))];
	const entries = Object.fromEntries(Object.entries(fields).map(orNull));
	return Type.Intersect([Type.Object(entries, { additionalProperties: unknown }), plainKeys]);
};

const update = Type.Intersect([
	optional({
		appid: text("own-appid", upTo(32), rules.isAppid, (value) => value !== ""),
		logo_url: image,
		title: text("title", upTo(10)),
		background_picture_url: image,
		description: text("description", upTo(500)),
		service_phone: text("service-phone", upTo(32)),
		total_quantity: count,
		date_information: Type.Intersect([
			optional({
				type: choice(table.DATE_TYPES),
				available_begin_time: dateTime,
				available_end_time: dateTime,
				available_day_after_receive: count,
				wait_days_after_receive: count,
			}),
			rule("available_end_time", rules.runsForward),
		]),
		need_display_level: Type.Boolean(),
		init_level: text("level", upTo(5)),
		balance_information: Type.Intersect([
			optional({
				need_balance: Type.Boolean(),
				balance_appid: appid,
				balance_path: pagePath,
				balance_url: webUrl,
			}),
			rule("balance_path", rules.hasItsPath),
		]),
		user_information_form: optional({
			can_modify_after_activate: Type.Boolean(),
			common_field_list: Type.Array(choice(table.COMMON_FIELDS)),
			custom_field_list: Type.Array(
				optional({ type: choice(table.CUSTOM_FIELD_TYPES), name: plain, values: Type.Array(plain) }),
			),
		}),
		additional_statement: optional({ title: plain, url: webUrl, appid, path: pagePath }),
		code_mode: choice(table.CODE_MODES),
		need_dynamic_code: Type.Boolean(),
		code_type: choice(table.CODE_TYPES),
	}),
	rule("init_level", rules.hasItsLevel),
	rule("Known fields", rules.hasKnownField),
]);

/** Rules that are about no field. */
const OF_THE_WHOLE = new Set(["", "Unknown values", "Known fields"]);

const compiled = TypeCompiler.Compile(update);

export function issues(value) {
	if (compiled.Check(value)) {
		return [];
	}
	const found = [];
	collect(compiled.Errors(value), found);
	return found;
}

/** What is wrong with a field that may be `null` is what is wrong with its other type. */
function collect(errors, found) {
	for (const error of errors) {
		if (error.type === ValueErrorType.Intersect) {
			continue;
		}
		if (error.type === ValueErrorType.Union && error.schema.anyOf.at(-1)[Kind] === "Null") {
			collect(error.errors[0], found);
		} else {
			found.push(error);
		}
	}
}

export function pointers(found) {
	return found.map(({ path, schema }) => {
		const own = TypeRegistry.Has(schema[Kind]) && !OF_THE_WHOLE.has(schema[Kind]);
		return own ? `${path}/${schema[Kind]}` : path;
	});
}
