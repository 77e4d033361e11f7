import type { Localized } from "../../options/locale.js";

/** A failure that the user can fix. */
export class Failure extends Error {
	constructor(
		readonly words: Localized,
		/** A hint how to fix it. */
		readonly hint?: Localized,
	) {
		super(words.en);
		this.name = "Failure";
	}
}

/** The command line is wrong. */
export class UsageError extends Failure {}

/** A text that is the same in every language: a name, or a message of the system. */
export function untranslated(text: string): Localized {
	return { "zh-CN": text, en: text };
}
