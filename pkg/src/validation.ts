import type { CoreReport } from "./generated/membercard.js";
import type { CardUpdate, Issue, Validation } from "./types.js";

/** What a validation found. */
export function validation([body, text]: CoreReport): Validation {
	const issues: Issue[] = text === undefined ? [] : JSON.parse(text);
	if (body === undefined) {
		return { valid: false, issues };
	}
	let value: CardUpdate | undefined;
	return {
		valid: true,
		/** Made of the body when it is first asked for: who only sends the body need not wait for it. */
		get value() {
			value ??= JSON.parse(body) as CardUpdate;
			return value;
		},
		body,
		issues,
	};
}
