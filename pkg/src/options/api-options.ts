import type { Api, DefaultApi, Locale, NamesApi, Unnamed } from "../bridge/types.js";
import { api } from "./api.js";
import { type LanguageTag, readLocale } from "./locale.js";
import { locale, NO_OPTIONS, optionsObject } from "./option-values.js";

/** Which endpoint, and in which language. */
export interface ApiOptions<A extends Api = DefaultApi> extends NamesApi<A> {
	/** The language. Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

/** The same, or a language alone where the endpoint need not be named. */
export type About<A extends Api = DefaultApi> = ApiOptions<A> | Unnamed<LanguageTag>;

/** The endpoint and the language that options name, or a language alone. Throws a TypeError that names the wrong option. */
export function readApiOptions(about: unknown): {
	api: string | undefined;
	locale: Locale;
} {
	if (typeof about === "object" && about !== null) {
		const given = optionsObject(about);
		return { api: api(given), locale: locale(given, "locale") ?? "zh-CN" };
	}
	return { api: api(NO_OPTIONS), locale: readLocale(about) };
}
