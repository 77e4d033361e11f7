import { core } from "../bridge/core.js";
import { outcomeOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Issue, Validation } from "../bridge/types.js";
import { keepWrittenValue, writeValue } from "../bridge/write-value.js";
import { sendValue, type WrittenValue } from "../bridge/written-value.js";
import { Outcome } from "../generated/records.js";
import type { CoreOptions } from "./core-options.js";
import { Findings, issuesOf, lazyValidation } from "./validation.js";

/**
 * Validates any JavaScript value. Of a valid one, the body and the warnings are made when they are first read, of the
 * value as it was: who only wants to know whether it is valid does not wait for them.
 */
export function validateValue(value: unknown, options: CoreOptions): Validation {
	return validateWritten(writeValue(value), options);
}

/** The same of the value that was written last. */
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

/** Another instance of the module may run when they are asked. */
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

/** Asks a function of the module about a value, with these options. */
function callWithValue(
	call: (words: number, units: number, input: number, flags: number, now: number) => number,
	written: WrittenValue,
	{ flags, now, members }: CoreOptions,
): number {
	sendValue(written);
	const input = members.length === 0 ? 0 : writeInput(members);
	return call(written.end - written.start, written.text.length, input, flags, now);
}
