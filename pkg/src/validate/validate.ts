import { instance } from "../bridge/core.js";
import type { Api, DefaultApi, OptionsArgument, Validation } from "../bridge/types.js";
import { readMessages } from "../issues/custom-messages.js";
import { optionalOptions } from "../options/option-values.js";
import { coreOptions } from "./core-options.js";
import type { ValidateOptions } from "./options.js";
import { validateText } from "./validate-text.js";
import { validateValue, validateWritten } from "./validate-value.js";
import { validationWithMessages } from "./validation-with-messages.js";
import { withJson } from "./with-json.js";

/** The version of the package. */
export function version(): string {
	return instance().strings.version;
}

/**
 * Validates and normalizes an update given as a JavaScript value.
 *
 * ```js
 * const { valid, issues } = validate({ title: "微信支付 2026 新年测试卡" }, { locale: "en" });
 * valid; // false
 * issues[0].message; // "Card name can have at most 10 characters, not 15"
 * issues[0].pointer; // "/title"
 * ```
 */
export function validate<A extends Api = DefaultApi>(
	payload: unknown,
	...options: OptionsArgument<ValidateOptions<A>>
): Validation<A>;
export function validate(payload: unknown, options?: unknown): Validation<Api> {
	const given = optionalOptions(options);
	const read = coreOptions(given);
	const found = validateValue(payload, read);
	return validationWithMessages(found, readMessages(given));
}

/**
 * Validates and normalizes an update given as JSON text. The text is read strictly: for example, duplicate keys are
 * errors.
 *
 * ```js
 * validateJson('{ "code_type": "QRCODE" }').body; // '{"code_type":"QRCODE"}'
 * validateJson('{ "title": "卡", "title": "片" }').issues[0].code; // "duplicate_key"
 * ```
 */
export function validateJson<A extends Api = DefaultApi>(
	json: string | Uint8Array,
	...options: OptionsArgument<ValidateOptions<A>>
): Validation<A>;
export function validateJson(json: string | Uint8Array, options?: unknown): Validation<Api> {
	const given = optionalOptions(options);
	const read = coreOptions(given);
	const found = withJson(
		"validateJson",
		"validate",
		json,
		(text) => validateText(text, read),
		(value) => validateWritten(value, read),
	);
	return validationWithMessages(found, readMessages(given));
}
