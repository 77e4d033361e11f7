import { core } from "../bridge/core.js";
import { answeredText, lengthOf, outcomeOf, post } from "../bridge/mailbox.js";
import { readIssues } from "../bridge/read-issues.js";
import type { Issue, Validation } from "../bridge/types.js";
import { keepWritten, writeValue } from "../bridge/write-value.js";
import { send, type WrittenValue } from "../bridge/written-value.js";
import type { CoreOptions } from "./core-options.js";
import { Findings, lazyValidation } from "./lazy-validation.js";

/**
 * Validates any JavaScript value. Of a valid one, the body and the warnings are made when they are first read, of the
 * value as it was: who only wants to know whether it is valid does not wait for them.
 */
export function judgeValue(value: unknown, options: CoreOptions): Validation {
	const written = writeValue(value);
	const { CoreVerdict, validate_value } = core();
	const answer = ask(validate_value, written, options);
	const verdict = outcomeOf(answer);
	if (verdict === CoreVerdict.Invalid) {
		return { valid: false, issues: readIssues(lengthOf(answer)) };
	}
	keepWritten(written);
	return lazyValidation(new FindingsOfValue(written, verdict === CoreVerdict.Warned, options));
}

/** Another instance of the module may run when they are asked. */
class FindingsOfValue extends Findings {
	constructor(
		private readonly written: WrittenValue,
		private readonly isWarned: boolean,
		private readonly options: CoreOptions,
	) {
		super();
	}

	protected makeBody(): string {
		const { start, end, text } = this.written;
		send(this.written);
		return answeredText(core().body_of_value(end - start, text.length, this.options.flags));
	}

	protected makeIssues(): Issue[] {
		return this.isWarned ? readIssues(ask(core().issues_of_value, this.written, this.options)) : [];
	}
}

/** Asks a function of the module about a value, with these options. */
function ask(
	about: (words: number, units: number, extras: number, flags: number, now: number) => number,
	written: WrittenValue,
	{ flags, now, extras }: CoreOptions,
): number {
	send(written);
	if (extras.length > 0) {
		post(extras);
	}
	return about(written.end - written.start, written.text.length, extras.length, flags, now);
}
