import { core } from "../bridge/core.js";
import { outcomeOf, responseOf, textOf } from "../bridge/protocol.js";
import type { Issue, Payload, Validation } from "../bridge/types.js";
import { keep } from "../bridge/utf8.js";
import { Outcome, readIssue } from "../generated/records.js";
import { ask, type CoreOptions } from "./core-options.js";
import { Findings, lazyValidation } from "./lazy-validation.js";

/** Bodies up to this length are parsed at once: that takes no longer than to put it off. */
const SHORT = 128;

const NO_TEXT = new Uint8Array();

/**
 * Validates JSON text in UTF-8.
 *
 * Of a valid update, the value and the warnings are made when they are first read: who only wants to know whether it is
 * valid, or only sends the body, does not wait for them. An error's issues are made at once.
 */
export function judge(text: Uint8Array, options: CoreOptions): Validation {
	const returned = ask(core().validate, text, options);
	const outcome = outcomeOf(returned);
	if (outcome === Outcome.Invalid) {
		return { valid: false, issues: issuesOf(returned) };
	}
	const body = textOf(returned);
	if (outcome === Outcome.Done && body.length <= SHORT) {
		return validationOf(body, []);
	}
	const isWarned = outcome === Outcome.Warned;
	// The caller may use the memory for something else meanwhile, and another instance of the module may run.
	const kept = isWarned ? keep(text) : NO_TEXT;
	return lazyValidation(new FindingsOfText(body, kept, options), body, isWarned ? undefined : []);
}

class FindingsOfText extends Findings {
	constructor(
		private readonly canonical: string,
		/** The text that the warnings are about. */
		private readonly text: Uint8Array,
		private readonly options: CoreOptions,
	) {
		super();
	}

	protected makeBody(): string {
		return this.canonical;
	}

	protected makeIssues(): Issue[] {
		return issuesOf(ask(core().issues, this.text, this.options));
	}
}

/** The issues that the call responded that returned that. */
export function issuesOf(returned: number): Issue[] {
	return responseOf(returned).list(readIssue);
}

/** What a validation found that is at hand already: the canonical body, if it is valid, and the issues. */
export function validationOf(body: string | undefined, issues: Issue[]): Validation {
	return body === undefined
		? { valid: false, issues }
		: { valid: true, value: JSON.parse(body) as Payload, body, issues };
}
