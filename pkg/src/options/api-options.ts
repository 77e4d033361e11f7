import type { Api, DefaultApi, GetApi, IfUnnamed, Locale, NamesApi } from "../bridge/types.js";
import { api } from "./api.js";
import { type LanguageTag, readLocale } from "./locale.js";
import { locale, NO_OPTIONS, optionsObject, type ReadApi } from "./option-values.js";

/** The endpoint and the language. */
export interface ApiOptions<A extends Api | GetApi = DefaultApi> extends NamesApi<A> {
	/** The language of texts. Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

/** Options, or just a language where the endpoint need not be named. */
export type About<A extends Api | GetApi = DefaultApi> = ApiOptions<A> | IfUnnamed<LanguageTag>;

/** Reads the endpoint and the language. Throws a TypeError that names the wrong option. */
export function readApiOptions(
	about: unknown,
	readApi: ReadApi = api,
): {
	api: string | undefined;
	locale: Locale;
} {
	if (typeof about === "object" && about !== null) {
		const given = optionsObject(about);
		return { api: readApi(given), locale: locale(given, "locale") ?? "zh-CN" };
	}
	return { api: readApi(NO_OPTIONS), locale: readLocale(about) };
}
