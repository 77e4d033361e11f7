import { core } from "../bridge/core.js";
import { Reader } from "../bridge/reader.js";
import type { FieldCondition, FieldInfo, FieldOption } from "../generated/membercard.js";
import { type LanguageTag, readLocale } from "../options/locale.js";

/**
 * Every field of the update, in the order of a form: label, help, input, limits, options.
 *
 * ```js
 * const title = fields("en").find(({ pointer }) => pointer === "/title");
 * title.label; // "Card name"
 * title.maxLength; // 10
 * ```
 */
export function fields(locale: LanguageTag = "zh-CN"): FieldInfo[] {
	return new Reader(core().fields(readLocale(locale) === "en")).list(description);
}

/** `pkg/wasm/src/form/fields.rs` wrote it. */
function description(reader: Reader, order: number): FieldInfo {
	const { CoreTrait } = core();
	const field = {
		...reader.place(),
		name: reader.text(),
		label: reader.text(),
		help: reader.text(),
		placeholder: reader.optional(),
		notation: reader.optional(),
		input: reader.text(),
		group: { name: reader.text(), label: reader.text() },
		min: reader.optionalNumber(),
		max: reader.optionalNumber(),
		maxLength: reader.optionalNumber(),
		maxItems: reader.optionalNumber(),
		options: reader.list(option),
	};
	const traits = reader.number();
	const has = (trait: number) => (traits & trait) !== 0;
	const limit = has(CoreTrait.LimitIsWarning) ? "warning" : undefined;
	return withoutAbsent({
		...field,
		required: has(CoreTrait.Required),
		unit: has(CoreTrait.Characters) ? "character" : has(CoreTrait.Items) ? "item" : undefined,
		limitSeverity: has(CoreTrait.LimitIsError) ? "error" : limit,
		relevantIf: has(CoreTrait.Relevance) ? condition(reader) : undefined,
		order,
	}) as FieldInfo;
}

function option(reader: Reader): FieldOption {
	return { value: reader.text(), label: reader.text() };
}

function condition(reader: Reader): FieldCondition {
	return { pointer: reader.text(), values: reader.list((values) => values.text()) };
}

function withoutAbsent(object: object): object {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
