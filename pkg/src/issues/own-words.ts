import { describe, func, optionsObject } from "../option-values.js";
import type { Issue } from "../types.js";

/**
 * Words an issue in a way of one's own; `undefined` keeps the package's message. It is given the issue as it is, with
 * that message.
 *
 * The parameters of an issue are raw: numbers, texts and lists of texts, as `Intl.NumberFormat`, `Intl.ListFormat` and
 * message formats take them.
 *
 * ```js
 * const messages = {
 *   too_long: ({ params }) => `${params.actual} of ${params.max}`,
 *   unknown_value: ({ params }) => `one of ${new Intl.ListFormat("en", { type: "disjunction" }).format(params.allowed)}`,
 * };
 * validate(update, { message: (issue) => messages[issue.code]?.(issue) });
 * ```
 */
export type IssueMessage = (issue: Issue) => string | undefined;

/** The option `message`, if it is given. Throws a TypeError if it is no function. */
export function readMessage(options: unknown): IssueMessage | undefined {
	return options === undefined ? undefined : func<IssueMessage>(optionsObject(options), "message");
}

/**
 * The same issues with the messages that the caller gives them. Throws an Error that names the issue if the caller's
 * function throws or returns no text.
 */
export function inOwnWords(issues: Issue[], message: IssueMessage | undefined): Issue[] {
	return message === undefined ? issues : issues.map((issue) => reworded(issue, message));
}

function reworded(issue: Issue, message: IssueMessage): Issue {
	const words = ask(issue, message);
	if (words === undefined) {
		return issue;
	}
	// An empty message would mean to a browser that there is no issue.
	if (typeof words !== "string" || words === "") {
		throw new TypeError(
			`options.message must return a text or undefined, not ${describe(words)}, for ${name(issue)}`,
		);
	}
	return { ...issue, message: words };
}

function ask(issue: Issue, message: IssueMessage): unknown {
	try {
		return message(issue);
	} catch (cause) {
		throw new Error(`options.message threw an error for ${name(issue)}`, { cause });
	}
}

function name({ code, pointer }: Issue): string {
	return `${code} at ${pointer || "/"}`;
}
