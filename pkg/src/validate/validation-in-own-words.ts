import type { Issue, Validation } from "../bridge/types.js";
import { inOwnWords, type OwnWords } from "../issues/own-words.js";
import { Findings, lazyValidation } from "./lazy-validation.js";

/** The same validation in the caller's words. Those of a valid update are asked for when they are first read. */
export function validationInOwnWords(found: Validation, words: OwnWords | undefined): Validation {
	if (words === undefined) {
		return found;
	}
	return found.valid
		? lazyValidation(new Reworded(found, words))
		: { valid: false, issues: inOwnWords(found.issues, words) };
}

class Reworded extends Findings {
	constructor(
		private readonly found: Validation & { valid: true },
		private readonly words: OwnWords,
	) {
		super();
	}

	protected makeBody(): string {
		return this.found.body;
	}

	protected makeIssues(): Issue[] {
		return inOwnWords(this.found.issues, this.words);
	}
}
