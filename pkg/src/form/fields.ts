import { core } from "../bridge/core.js";
import { flagsOfLocale, responseOf, writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, OptionsArgument } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { readFieldInfo } from "../generated/records.js";
import { type About, type ApiOptions, readApiOptions } from "../options/api-options.js";
import type { FieldInfo, InputType } from "./types.js";

/**
 * The fields of an endpoint, in the order of a form: label, help, input, limits, options. Takes a language, or options
 * with `locale` and `api`.
 *
 * ```js
 * const title = fields("en").find(({ pointer }) => pointer === "/title");
 * title.label; // "Card name"
 * title.maxLength; // 10
 * ```
 */
export function fields<A extends Api = DefaultApi>(...about: OptionsArgument<About<A>>): FieldInfo<A>[];
export function fields(about?: unknown): FieldInfo<Api>[] {
	const { locale, api } = readApiOptions(about);
	const input = writeInput(encoder.encode(api ?? ""));
	return responseOf(core().fields(input, flagsOfLocale(locale))).list(readFieldInfo) as FieldInfo<Api>[];
}

const INDEX = /\/\d+(?=\/|$)/g;

/** The input type of each field of an endpoint. */
export class InputTypes {
	readonly #types: ReadonlyMap<string, InputType>;

	constructor(about: ApiOptions) {
		this.#types = new Map(fields(about).map(({ pointer, input }) => [pointer, input]));
	}

	/** The input type of a field; `undefined` if there is no such field. */
	of(pointer: string): InputType | undefined {
		return this.#types.get(pointer.replace(INDEX, "/*"));
	}
}
