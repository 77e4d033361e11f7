import { core } from "../core.js";
import type { FieldInfo } from "../generated/membercard.js";
import type { Locale } from "../types.js";

/** Every field of the update, in the order of a form: label, help, input, limits, options. */
export function fields(locale: Locale = "zh-CN"): FieldInfo[] {
	return core().fields(locale);
}
