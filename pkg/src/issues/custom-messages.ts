import type { Issue, IssueCode, IssueOf } from "../bridge/types.js";
import { describe, optional, optionalOptions } from "../options/option-values.js";

/**
 * Returns your own message for an issue, or `undefined` to keep the package's message. The issue still has the
 * package's message.
 */
export type IssueMessage = (issue: Issue) => string | undefined;

/**
 * Your own messages by code: a text, or a function that returns one. Other codes keep the package's messages.
 *
 * The parameters of an issue are raw values for `Intl` and message formats: numbers are numbers, lists are lists.
 *
 * ```js
 * const choices = new Intl.ListFormat("en", { type: "disjunction" });
 * validate(update, {
 *   messages: {
 *     too_long: ({ params }) => `${params.actual} of ${params.max} characters`,
 *     unknown_value: ({ params }) => `Choose ${choices.format(params.allowed)}.`,
 *     nothing_to_update: "Nothing has changed.",
 *   },
 * });
 * ```
 */
export type IssueMessages = {
	readonly [Code in IssueCode]?: string | ((issue: IssueOf<Code>) => string | undefined);
};

/** Returns the message of an issue. */
export type MessageFunction = (issue: Issue) => unknown;

/** Reads the option `messages`. Throws a TypeError if it is neither a function nor an object. */
export function readMessages(options: unknown): MessageFunction | undefined {
	const { messages } = optionalOptions(options);
	if (typeof messages === "function") {
		return messages as MessageFunction;
	}
	if (typeof messages !== "object" || messages === null) {
		return optional(messages, "messages", "a function or an object of messages by code");
	}
	const byCode = messages as Record<string, unknown>;
	return (issue) => {
		const message = Object.hasOwn(byCode, issue.code) ? byCode[issue.code] : undefined;
		return typeof message === "function" ? message(issue) : message;
	};
}

/**
 * Replaces the messages of issues. Throws an Error that names the issue if the caller's function throws, or returns
 * anything but a text or `undefined`.
 */
export function withMessages(issues: Issue[], messages: MessageFunction | undefined): Issue[] {
	return messages === undefined ? issues : issues.map((issue) => withMessage(issue, messages));
}

function withMessage(issue: Issue, messages: MessageFunction): Issue {
	const message = callMessages(issue, messages);
	if (message === undefined) {
		return issue;
	}
	// To browsers, an empty message means that the control is valid.
	if (typeof message !== "string" || message === "") {
		throw new TypeError(
			`options.messages must give a text or undefined, not ${describe(message)}, for ${name(issue)}`,
		);
	}
	return { ...issue, message };
}

function callMessages(issue: Issue, messages: MessageFunction): unknown {
	try {
		return messages(issue);
	} catch (cause) {
		throw new Error(`options.messages threw an error for ${name(issue)}`, { cause });
	}
}

function name({ code, pointer }: Issue): string {
	return `${code} at ${pointer || "/"}`;
}
