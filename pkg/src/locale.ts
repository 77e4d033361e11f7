import { describe } from "./option-values.js";
import type { Locale } from "./types.js";

export const LOCALES: readonly Locale[] = ["zh-CN", "en"];

/** The language that a function takes as an argument of its own. */
export function readLocale(locale: unknown): Locale {
	if (locale === undefined) {
		return "zh-CN";
	}
	if (!LOCALES.includes(locale as Locale)) {
		throw new TypeError(`the locale must be "zh-CN" or "en", not ${describe(locale)}`);
	}
	return locale as Locale;
}
