import type { Issue, Validation } from "../bridge/types.js";
import { type MessageOf, withMessages } from "../issues/custom-messages.js";
import { Findings, lazyValidation } from "./lazy-validation.js";

/** The same validation in the caller's words. Those of a valid update are asked for when they are first read. */
export function validationWithMessages(found: Validation, words: MessageOf | undefined): Validation {
	if (words === undefined) {
		return found;
	}
	return found.valid
		? lazyValidation(new Reworded(found, words))
		: { valid: false, issues: withMessages(found.issues, words) };
}

class Reworded extends Findings {
	constructor(
		private readonly found: Validation & { valid: true },
		private readonly words: MessageOf,
	) {
		super();
	}

	protected makeBody(): string {
		return this.found.body;
	}

	protected makeIssues(): Issue[] {
		return withMessages(this.found.issues, this.words);
	}
}
