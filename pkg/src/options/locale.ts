import type { Locale } from "../bridge/types.js";
import { describe } from "../runtime/describe.js";

/**
 * A language of messages as a BCP 47 tag, such as `navigator.language`. Every `zh…` is Chinese, as is `""` (the `lang`
 * of a page without one). Other languages get English.
 */
export type LanguageTag = Locale | (string & {});

/** A text in every language. */
export type Localized = Readonly<Record<Locale, string>>;

const CHINESE = "zh";
const LETTER_OR_DIGIT = /[a-z\d]/i;

/** The language of messages for a tag. */
export function localeOf(tag: LanguageTag): Locale {
	const language = tag.slice(0, CHINESE.length).toLowerCase();
	const isWhole = !LETTER_OR_DIGIT.test(tag.charAt(CHINESE.length));
	return tag === "" || (language === CHINESE && isWhole) ? "zh-CN" : "en";
}

/** Reads a language that is passed as an argument. */
export function readLocale(locale: unknown): Locale {
	if (locale === undefined) {
		return "zh-CN";
	}
	if (typeof locale !== "string") {
		throw new TypeError(`the locale must be a language tag such as "zh-CN" or "en", not ${describe(locale)}`);
	}
	return localeOf(locale);
}
