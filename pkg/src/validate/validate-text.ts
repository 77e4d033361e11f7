import { core } from "../bridge/core.js";
import { outcomeOf, textOf } from "../bridge/protocol.js";
import type { Issue, Validation } from "../bridge/types.js";
import { copyBytes } from "../bridge/utf8.js";
import { Outcome } from "../generated/records.js";
import { type CoreOptions, callWithOptions } from "./core-options.js";
import { Findings, issuesOf, lazyValidation, validationOf } from "./validation.js";

/** Bodies up to this length are parsed at once, which is as fast as delaying it. */
const SHORT = 128;

const NO_TEXT = new Uint8Array();

/**
 * Validates JSON text in UTF-8.
 *
 * If it is valid, value and warnings are created when first read: callers that need only `valid` or `body` do not wait
 * for them. Issues of an invalid update are read at once.
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
	// Copied: the caller may reuse the memory, and another instance of the module may run later.
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
