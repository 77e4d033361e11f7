import { core } from "../bridge/core.js";
import { responseOf } from "../bridge/protocol.js";
import { readFieldInfo } from "../generated/records.js";
import { type LanguageTag, readLocale } from "../options/locale.js";
import type { FieldInfo } from "./types.js";

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
	return responseOf(core().fields(readLocale(locale) === "en")).list(readFieldInfo);
}
