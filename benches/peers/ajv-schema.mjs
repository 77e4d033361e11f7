/** The rules as a JSON schema, for ajv and for the code that it writes. */

import { _, Name } from "ajv/dist/compile/codegen/index.js";
import addFormats from "ajv-formats";
import { formats } from "../lib/ajv-formats.mjs";
import * as rules from "../lib/rules.mjs";
import * as table from "../lib/table.mjs";

const PLAIN = "^[\\u0000-\\ud7ff\\ue000-\\uffff]*$";
const nullable = true;
const text = (limits = {}) => ({ type: "string", nullable, pattern: PLAIN, ...limits });
const choice = (values) => ({ type: "string", nullable, enum: [...values, null] });
const flag = { type: "boolean", nullable };
const count = { type: "integer", nullable, minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
// The format takes a blank between date and time, and an offset without a colon.
const dateTime = { type: "string", nullable, format: "date-time", pattern: "^\\S*(?:[Zz]|:[0-9]{2})$" };
const unknown = { $ref: "#/$defs/unknown" };
const object = (properties, rest = {}) => ({
	type: "object",
	nullable,
	properties,
	additionalProperties: unknown,
	...rest,
});
const list = (items) => ({ type: "array", nullable, items });
const shown = (key, schema) => ({ properties: { [key]: schema }, required: [key] });
const filled = { type: "string", minLength: 1 };

export const schema = {
	$defs: {
		unknown: {
			format: "plain",
			propertyNames: { format: "plain-key" },
			items: unknown,
			additionalProperties: unknown,
		},
	},
	...object(
		{
			appid: text({ minLength: 1, maxLength: 32, format: "appid" }),
			logo_url: text({ maxLength: 128, format: "image-url" }),
			title: text({ maxLength: 10 }),
			background_picture_url: text({ maxLength: 128, format: "image-url" }),
			description: text({ maxLength: 500 }),
			service_phone: text({ maxLength: 32 }),
			total_quantity: count,
			date_information: object(
				{
					type: choice(table.DATE_TYPES),
					available_begin_time: dateTime,
					available_end_time: dateTime,
					available_day_after_receive: count,
					wait_days_after_receive: count,
				},
				{ runsForward: true },
			),
			need_display_level: flag,
			init_level: text({ maxLength: 5 }),
			balance_information: object(
				{
					need_balance: flag,
					balance_appid: text({ format: "appid" }),
					balance_path: text({ format: "page-path" }),
					balance_url: text({ format: "web-url" }),
				},
				{
					if: shown("balance_appid", filled),
					// biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
					then: { properties: { balance_path: { minLength: 1 } } },
				},
			),
			user_information_form: object({
				can_modify_after_activate: flag,
				common_field_list: list({ type: "string", enum: table.COMMON_FIELDS }),
				custom_field_list: list({
					...object({
						type: choice(table.CUSTOM_FIELD_TYPES),
						name: text(),
						values: list({ type: "string", pattern: PLAIN }),
					}),
					nullable: false,
				}),
			}),
			additional_statement: object({
				title: text(),
				url: text({ format: "web-url" }),
				appid: text({ format: "appid" }),
				path: text({ format: "page-path" }),
			}),
			code_mode: choice(table.CODE_MODES),
			need_dynamic_code: flag,
			code_type: choice(table.CODE_TYPES),
		},
		{
			propertyNames: { format: "plain-key" },
			hasKnownField: true,
			if: shown("need_display_level", { const: true }),
			// biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
			then: { properties: { init_level: { minLength: 1 } } },
		},
	),
	nullable: false,
};

/** Teaches ajv the words of the schema. */
export function teach(ajv) {
	addFormats.default(ajv, ["date-time"]);
	for (const [name, validate] of Object.entries(formats)) {
		ajv.addFormat(name, validate);
	}
	addRule(ajv, "runsForward", rules.runsForward, "must not end before it begins");
	addRule(ajv, "hasKnownField", rules.hasKnownField, "must have a field of the API");
	return ajv;
}

/** Makes one of the rules a keyword of the same name. A bundler may call the function otherwise. */
function addRule(ajv, name, rule, message) {
	ajv.addKeyword({
		keyword: name,
		type: "object",
		schemaType: "boolean",
		error: { message },
		code(context) {
			const code = _`require("../lib/rules.mjs").${new Name(name)}`;
			const check = context.gen.scopeValue("func", { ref: rule, code });
			context.fail(_`!${check}(${context.data})`);
		},
	});
}

/** Nothing that ajv reports beside the issues themselves: the branch of a condition. */
const isIssue = ({ keyword }) => keyword !== "if" && keyword !== "propertyNames";

export function pointers(errors) {
	return errors.filter(isIssue).map(({ keyword, instancePath }) =>
		// The package names the end of a range.
		keyword === "runsForward" ? `${instancePath}/available_end_time` : instancePath,
	);
}
