import type { Api, Locale } from "../bridge/types.js";
import { api } from "./api.js";
import { type LanguageTag, readLocale } from "./locale.js";
import { locale, NO_OPTIONS, optionsObject } from "./option-values.js";

/** Which endpoint, and in which language. */
export interface ApiOptions {
	/** The endpoint, as for `validate`. */
	api?: Api;
	/** The language. Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

/** The endpoint and the language that options name, or a language alone. Throws a TypeError that names the wrong option. */
export function readApiOptions(about: LanguageTag | ApiOptions | undefined): {
	api: string | undefined;
	locale: Locale;
} {
	if (typeof about === "object" && about !== null) {
		const given = optionsObject(about);
		return { api: api(given), locale: locale(given, "locale") ?? "zh-CN" };
	}
	return { api: api(NO_OPTIONS), locale: readLocale(about) };
}
