import { core } from "../bridge/core.js";
import { flagsOfLocale, responseOf, writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, Given } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { readFieldInfo } from "../generated/records.js";
import { type About, readApiOptions } from "../options/api-options.js";
import type { FieldInfo } from "./types.js";

/**
 * Every field of an endpoint, in the order of a form: label, help, input, limits, options. Takes a language, or options that
 * name one and the endpoint.
 *
 * ```js
 * const title = fields("en").find(({ pointer }) => pointer === "/title");
 * title.label; // "Card name"
 * title.maxLength; // 10
 * ```
 */
export function fields<A extends Api = DefaultApi>(...about: Given<About<A>>): FieldInfo<A>[];
export function fields(about?: unknown): FieldInfo<Api>[] {
	const { locale, api } = readApiOptions(about);
	const input = writeInput(encoder.encode(api ?? ""));
	return responseOf(core().fields(input, flagsOfLocale(locale))).list(readFieldInfo) as FieldInfo<Api>[];
}
