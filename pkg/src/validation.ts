import { core } from "./core.js";
import type { CoreOptions, CoreReport } from "./generated/membercard.js";
import { readIssues } from "./issues/read-issues.js";
import type { CardUpdate, Issue, Validation } from "./types.js";
import { decoder } from "./utf8.js";

/**
 * Validates text in UTF-8: JSON, or host notation when `host` is true.
 *
 * Of a valid update, the parts of the result are made when they are first read: who only wants to know whether it is
 * valid, or only sends the body, does not wait for the rest. An error's issues are made at once.
 */
export function judge(text: Uint8Array, host: boolean, options: CoreOptions): Validation {
	const { CoreVerdict, issues, validate } = core();
	const english = options.locale === "en";
	const others = hasOthers(options) ? options : undefined;
	const report = validate(text, host, english, options.now, others);
	const verdict = report[report.length - 1];
	if (verdict === CoreVerdict.Invalid) {
		return { valid: false, issues: readIssues(report.subarray(0, -1)) };
	}
	if (verdict === CoreVerdict.Valid) {
		return valid(report, () => []);
	}
	// The caller may use the memory for something else meanwhile.
	const copy = new Uint8Array(text);
	return valid(report, () => readIssues(issues(copy, host, english, options.now, others)));
}

/** What a validation found that is at hand already. */
export function validation([body, text]: CoreReport): Validation {
	const issues: Issue[] = text === undefined ? [] : JSON.parse(text);
	return body === undefined
		? { valid: false, issues }
		: { valid: true, value: JSON.parse(body) as CardUpdate, body, issues };
}

function valid(report: Uint8Array, tell: () => Issue[]): Validation {
	let body: string | undefined;
	let value: CardUpdate | undefined;
	let issues: Issue[] | undefined;
	return {
		valid: true,
		get value() {
			value ??= JSON.parse(this.body) as CardUpdate;
			return value;
		},
		get body() {
			body ??= decoder.decode(report.subarray(0, -1));
			return body;
		},
		get issues() {
			issues ??= tell();
			return issues;
		},
	};
}

/** Whether there are options beside the language and the time. */
function hasOthers({ current, imageHosts, profile, chinaTime }: CoreOptions): boolean {
	return (current ?? imageHosts ?? profile ?? chinaTime) !== undefined;
}
