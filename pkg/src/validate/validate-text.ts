import { core } from "../bridge/core.js";
import { outcomeOf, textOf } from "../bridge/protocol.js";
import type { Issue, Validation } from "../bridge/types.js";
import { copyBytes } from "../bridge/utf8.js";
import { Outcome } from "../generated/records.js";
import { type CoreOptions, callWithOptions } from "./core-options.js";
import { Findings, issuesOf, lazyValidation, validationOf } from "./validation.js";

/** Bodies up to this length are parsed at once: that takes no longer than to put it off. */
const SHORT = 128;

const NO_TEXT = new Uint8Array();

/**
 * Validates JSON text in UTF-8.
 *
 * Of a valid update, the value and the warnings are made when they are first read: who only wants to know whether it is
 * valid, or only sends the body, does not wait for them. An error's issues are made at once.
 */
export function validateText(text: Uint8Array, options: CoreOptions): Validation {
	const returned = callWithOptions(core().validate, text, options);
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
	const kept = isWarned ? copyBytes(text) : NO_TEXT;
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
		return issuesOf(callWithOptions(core().issues, this.text, this.options));
	}
}
