import { core } from "../bridge/core.js";
import { outcomeOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Issue, Validation } from "../bridge/types.js";
import { keepWrittenValue, writeValue } from "../bridge/write-value.js";
import { sendValue, type WrittenValue } from "../bridge/written-value.js";
import { Outcome } from "../generated/records.js";
import type { CoreOptions } from "./core-options.js";
import { Findings, issuesOf, lazyValidation } from "./validation.js";

/**
 * Validates any JavaScript value. If it is valid, body and warnings are created when first read, from the value at the
 * time of the call: callers that need only `valid` do not wait for them.
 */
export function validateValue(value: unknown, options: CoreOptions): Validation {
	return validateWritten(writeValue(value), options);
}

/** Validates the value that was encoded last. */
export function validateWritten(written: WrittenValue, options: CoreOptions): Validation {
	const returned = callWithValue(core().validate_value, written, options);
	const outcome = outcomeOf(returned);
	if (outcome === Outcome.Invalid) {
		return { valid: false, issues: issuesOf(returned) };
	}
	keepWrittenValue(written);
	const issues = outcome === Outcome.Done ? [] : undefined;
	return lazyValidation(new FindingsOfValue(written, options), undefined, issues);
}

/** Creates the parts by calling the module again, perhaps on another instance. */
class FindingsOfValue extends Findings {
	constructor(
		private readonly written: WrittenValue,
		private readonly options: CoreOptions,
	) {
		super();
	}

	protected makeBody(): string {
		return textOf(callWithValue(core().body_of_value, this.written, this.options));
	}

	protected makeIssues(): Issue[] {
		return issuesOf(callWithValue(core().issues_of_value, this.written, this.options));
	}
}

/** Calls a function of the module with a value and options. */
function callWithValue(
	call: (words: number, units: number, input: number, flags: number, now: number) => number,
	written: WrittenValue,
	{ flags, now, members }: CoreOptions,
): number {
	sendValue(written);
	const input = members.length === 0 ? 0 : writeInput(members);
	return call(written.end - written.start, written.text.length, input, flags, now);
}
