import type { Locale } from "../bridge/types.js";
import { describe } from "../runtime/describe.js";

/**
 * A language of messages, as a BCP 47 tag such as `navigator.language` has it: every `zh…` is Chinese, as is `""`, what a
 * page without a language says; every other language gets English.
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

/** The language that a function takes as an argument of its own. */
export function readLocale(locale: unknown): Locale {
	if (locale === undefined) {
		return "zh-CN";
	}
	if (typeof locale !== "string") {
		throw new TypeError(`the locale must be a language tag such as "zh-CN" or "en", not ${describe(locale)}`);
	}
	return localeOf(locale);
}
