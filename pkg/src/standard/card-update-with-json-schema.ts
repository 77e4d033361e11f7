import type { Api, DefaultApi, OptionsArgument, Payload } from "../bridge/types.js";
import { optionsObject } from "../options/option-values.js";
import {
	type SchemaInput,
	type SchemaOptions,
	cardUpdateSchema as withoutJsonSchema,
} from "./card-update.js";
import { type JsonSchema, type JsonSchemaOptions, jsonSchema } from "./json-schema.js";
import type { StandardJSONSchemaOptions, StandardJSONSchemaProps, StandardProps } from "./standard-schema.js";

/** The update as a Standard Schema and a Standard JSON Schema. */
export interface CardUpdateSchema<A extends Api = DefaultApi, OmitBlank extends boolean = false> {
	/** The member that libraries read. */
	readonly "~standard": StandardProps<SchemaInput<A, OmitBlank>, Payload<A>> &
		StandardJSONSchemaProps<SchemaInput<A, OmitBlank>, Payload<A>>;
}

/**
 * The update as a Standard Schema, for form libraries, routers and so on, and as a Standard JSON Schema, for generators
 * of documentation or forms.
 *
 * Its issues are the errors; warnings never make it fail. Its value is the normalized update. The options are read at
 * every validation, so a page may change `options.locale` or `options.current`.
 *
 * ```js
 * const standard = cardUpdateSchema({ locale: "en", omitBlank: true })["~standard"];
 * standard.validate({ title: "", code_type: "QRCODE" }); // { value: { code_type: "QRCODE" } }
 * standard.jsonSchema.input({ target: "draft-07" }).properties.title.title; // "Card name"
 * ```
 */
export function cardUpdateSchema<A extends Api = DefaultApi, OmitBlank extends boolean = false>(
	...options: OptionsArgument<SchemaOptions<A, OmitBlank>>
): CardUpdateSchema<A, OmitBlank>;
export function cardUpdateSchema(options: object = {}): CardUpdateSchema<Api, boolean> {
	return {
		"~standard": {
			...withoutJsonSchema(options)["~standard"],
			jsonSchema: {
				input: (asked) => jsonSchemaFor("input", asked, options),
				output: (asked) => jsonSchemaFor("output", asked, options),
			},
		},
	};
}

/** The update as a Standard Schema, with messages in Chinese: `cardUpdateSchema()`. */
export const cardUpdate: CardUpdateSchema = /* @__PURE__ */ cardUpdateSchema();

/** The JSON Schema with the rules for every card. It cannot use `options.current`. */
function jsonSchemaFor(
	side: "input" | "output",
	{ target }: StandardJSONSchemaOptions,
	options: object,
): JsonSchema {
	const { api, locale, imageHosts, unknownKeys, omitBlank } = optionsObject(options);
	const asked = { api, side, target, locale, imageHosts, unknownKeys, omitBlank };
	return jsonSchema(asked as JsonSchemaOptions); // `jsonSchema` checks the options.
}
