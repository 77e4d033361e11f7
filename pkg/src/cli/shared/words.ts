import type { Locale } from "./library.js";

/** A text in every language. */
export type Words = Readonly<Record<Locale, string>>;

/** The same text in every language: a name, or what a system said. */
export function sameWords(text: string): Words {
	return { "zh-CN": text, en: text };
}
