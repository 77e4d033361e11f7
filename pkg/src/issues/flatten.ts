import type { Payload } from "../bridge/types.js";
import { ownMember } from "../options/sanitize.js";
import { type IssueLike, type IssuesIn, issuesIn, pathInUpdate } from "./issue-like.js";

/** Issues by field, one level deep. */
export interface FlatIssues<T = string> {
	/** Issues of the whole update, and issues of the card's state and the request. */
	formErrors: T[];
	/** Issues of each top-level field and its content. */
	fieldErrors: Partial<Record<keyof Payload, T[]>> & Record<string, T[] | undefined>;
}

/**
 * Groups issues by top-level field, like zod's `flattenError`: messages, or the results of `map`.
 *
 * Takes a validation, a ValidationError, or issues. To leave out warnings, pass `issues.filter(({ severity }) =>
 * severity === "error")`.
 *
 * ```js
 * flatten(validate({ title: 1, code_type: "QR" }, { locale: "en" })).fieldErrors.title;
 *  // ['Card name must be of type string, not number: write "1"']
 * ```
 */
export function flatten(issues: IssuesIn<IssueLike>): FlatIssues;
export function flatten<I extends IssueLike, T>(issues: IssuesIn<I>, map: (issue: I) => T): FlatIssues<T>;
export function flatten(
	issues: IssuesIn<IssueLike>,
	map: (issue: IssueLike) => unknown = ({ message }) => message,
): FlatIssues<unknown> {
	const flat: FlatIssues<unknown> = { formErrors: [], fieldErrors: {} };
	for (const issue of issuesIn(issues, "flatten")) {
		const [field] = pathInUpdate(issue);
		const errors =
			field === undefined ? flat.formErrors : ownMember<unknown[]>(flat.fieldErrors, field, () => []);
		errors.push(map(issue));
	}
	return flat;
}
