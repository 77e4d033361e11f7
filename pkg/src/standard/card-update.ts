import { validate } from "../api.js";
import type { ValidateOptions } from "../options.js";
import type { CardUpdate } from "../types.js";
import { withoutBlanks } from "./blanks.js";
import { type JsonSchema, type JsonSchemaOptions, jsonSchema } from "./json-schema.js";
import type {
	StandardJSONSchemaOptions,
	StandardJSONSchemaProps,
	StandardProps,
	StandardResult,
} from "./standard-schema.js";

/** What a schema validates against, and how it reads a form's values. */
export interface SchemaOptions extends ValidateOptions {
	/**
	 * Takes members whose value is `""`, `null` or `NaN`, which is what forms hold for an empty input, for absent, and
	 * objects with nothing else in them too. Default: `false`, every value is judged as it is.
	 */
	omitBlank?: boolean;
}

/** The update as a Standard Schema and a Standard JSON Schema. */
export interface CardUpdateSchema {
	readonly "~standard": StandardProps<unknown, CardUpdate> & StandardJSONSchemaProps<unknown, CardUpdate>;
}

/**
 * The update as a Standard Schema, for form libraries, routers and others that take one, and as a Standard JSON Schema,
 * for what generates documentation or forms.
 *
 * Its issues are the errors; warnings never fail it. Its value is the normalized update. The options are read at every
 * validation, so that a page may change `options.locale` or `options.current`.
 */
export function cardUpdateSchema(options: SchemaOptions = {}): CardUpdateSchema {
	return {
		"~standard": {
			version: 1,
			vendor: "wechatpay-membercard",
			validate: (value) => judge(options.omitBlank ? withoutBlanks(value) : value, options),
			jsonSchema: {
				input: (asked) => describe("input", asked, options),
				output: (asked) => describe("output", asked, options),
			},
		},
	};
}

/** The update as a Standard Schema, with messages in Chinese: `cardUpdateSchema()`. */
export const cardUpdate: CardUpdateSchema = /* @__PURE__ */ cardUpdateSchema();

function judge(value: unknown, options: ValidateOptions): StandardResult<CardUpdate> {
	const found = validate(value, options);
	if (found.valid) {
		return { value: found.value };
	}
	const errors = found.issues.filter(({ severity }) => severity === "error");
	return { issues: errors.map(({ message, path }) => ({ message, path })) };
}

/** The rules that apply to every card: a JSON Schema knows nothing of `options.current`. */
function describe(
	side: "input" | "output",
	{ target }: StandardJSONSchemaOptions,
	{ locale, imageHosts, omitBlank }: SchemaOptions,
): JsonSchema {
	const asked = { side, target, locale, imageHosts, omitBlank };
	return jsonSchema(asked as JsonSchemaOptions); // Which is where they are checked.
}
