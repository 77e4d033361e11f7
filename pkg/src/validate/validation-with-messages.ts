import type { Issue, Validation } from "../bridge/types.js";
import { type MessageFunction, withMessages } from "../issues/custom-messages.js";
import { Findings, lazyValidation } from "./validation.js";

/** The validation with the caller's messages. For a valid update, they are requested when first read. */
export function validationWithMessages(found: Validation, messages: MessageFunction | undefined): Validation {
	if (messages === undefined) {
		return found;
	}
	return found.valid
		? lazyValidation(new WithMessages(found, messages))
		: { valid: false, issues: withMessages(found.issues, messages) };
}

class WithMessages extends Findings {
	constructor(
		private readonly found: Validation & { valid: true },
		private readonly messages: MessageFunction,
	) {
		super();
	}

	protected makeBody(): string {
		return this.found.body;
	}

	protected makeIssues(): Issue[] {
		return withMessages(this.found.issues, this.messages);
	}
}
