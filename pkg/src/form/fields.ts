import { core } from "../core.js";
import type { FieldInfo } from "../generated/membercard.js";
import { readLocale } from "../locale.js";
import { answeredText } from "../mailbox.js";
import type { Locale } from "../types.js";

/**
 * Every field of the update, in the order of a form: label, help, input, limits, options.
 *
 * ```js
 * const title = fields("en").find(({ pointer }) => pointer === "/title");
 * title.label; // "Card name"
 * title.maxLength; // 10
 * ```
 */
export function fields(locale: Locale = "zh-CN"): FieldInfo[] {
	return JSON.parse(answeredText(core().fields(readLocale(locale) === "en")));
}
