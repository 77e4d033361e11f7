import type { Payload } from "../bridge/types.js";
import { ownMember } from "../options/sanitize.js";
import { type IssueLike, type IssuesIn, issuesIn, pathInUpdate } from "./issue-like.js";

/** Issues by field, one level deep. */
export interface FlatIssues<T = string> {
	/** Those of the update as a whole, and those that are not about the update: the card's state, the request. */
	formErrors: T[];
	/** Those of each top-level field and what is in it. */
	fieldErrors: Partial<Record<keyof Payload, T[]>> & Record<string, T[] | undefined>;
}

/**
 * Issues by top-level field, as zod's `flattenError` gives them: their messages, or what `map` makes of each.
 *
 * It takes a validation, a ValidationError, or issues of either severity; `issues.filter(({ severity }) => severity ===
 * "error")` leaves the warnings out.
 *
 * ```js
 * flatten(validate({ title: 1, code_type: "QR" }, { locale: "en" })).fieldErrors.title;
 * // ['Card name must be of type string, not number: write "1"']
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
