import type { Api, DefaultApi, OptionsArgument, Payload } from "../bridge/types.js";
import { boolean, optionsObject } from "../options/option-values.js";
import { type Blankable, withoutBlanks } from "../validate/blanks.js";
import type { ValidateOptions } from "../validate/options.js";
import { validate } from "../validate/validate.js";
import type { StandardResult, StandardSchemaV1 } from "./standard-schema.js";

const VENDOR = "wechatpay-membercard";

/** Options of a schema. */
export interface SchemaOptions<A extends Api = DefaultApi, OmitBlank extends boolean = boolean>
	extends ValidateOptions<A> {
	/**
	 * Whether blank members (`""`, `null` or `NaN`, as forms hold for empty inputs) and objects with only blank members
	 * count as absent. Default: `false`.
	 */
	omitBlank?: OmitBlank;
}

/** The input of a schema: a payload, which may have blank members with `omitBlank`. */
export type SchemaInput<
	A extends Api = DefaultApi,
	OmitBlank extends boolean = false,
> = OmitBlank extends true ? Blankable<Payload<A>> : Payload<A>;

/**
 * The update as a Standard Schema, for form libraries, routers and so on.
 *
 * Its issues are the errors; warnings never make it fail. Its value is the normalized update. The options are read at
 * every validation, so a page may change `options.locale` or `options.current`.
 *
 * ```js
 * const schema = cardUpdateSchema({ omitBlank: true });
 * schema["~standard"].validate({ title: "", code_type: "QRCODE" }); // { value: { code_type: "QRCODE" } }
 * ```
 */
export function cardUpdateSchema<A extends Api = DefaultApi, OmitBlank extends boolean = false>(
	...options: OptionsArgument<SchemaOptions<A, OmitBlank>>
): StandardSchemaV1<SchemaInput<A, OmitBlank>, Payload<A>>;
export function cardUpdateSchema(options: object = {}): StandardSchemaV1<unknown, Payload<Api>> {
	optionsObject(options); // Throws for a misspelt name now, not at the first validation.
	return {
		"~standard": {
			version: 1,
			vendor: VENDOR,
			validate(value) {
				const given = optionsObject(options);
				return validateStandard(boolean(given, "omitBlank") ? withoutBlanks(value) : value, given);
			},
		},
	};
}

/**
 * The update as a Standard Schema, with messages in Chinese, like `cardUpdateSchema()`. No function is called here, so
 * that bundlers can drop it.
 */
export const cardUpdate: StandardSchemaV1<Payload> = {
	"~standard": { version: 1, vendor: VENDOR, validate: (value) => validateStandard(value) },
};

function validateStandard<A extends Api = DefaultApi>(
	value: unknown,
	options?: ValidateOptions<A>,
): StandardResult<Payload<A>> {
	const found = validate(value, options);
	if (found.valid) {
		return { value: found.value };
	}
	const errors = found.issues.filter(({ severity }) => severity === "error");
	return { issues: errors.map(({ message, path }) => ({ message, path })) };
}
