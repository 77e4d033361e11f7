import type { Issue } from "../bridge/types.js";
import { kindOf } from "../runtime/describe.js";

/** Issues, or what has them: a validation, or the error that was thrown in its place. */
export type IssuesIn<I> = readonly I[] | { readonly issues: readonly I[] };

/** The issues. Throws a TypeError that names the function that takes them if there are none. */
export function issuesIn<I>(given: IssuesIn<I>, taker: string): readonly I[] {
	const issues: unknown = Array.isArray(given)
		? given
		: (given as { issues?: unknown } | null | undefined)?.issues;
	if (!Array.isArray(issues)) {
		throw new TypeError(`${taker} takes issues, or a validation that has them, not ${kindOf(given)}`);
	}
	return issues;
}

/** What the views need of an issue. */
export type IssueLike = Pick<Issue, "path" | "message"> & Partial<Pick<Issue, "location">>;

/** Where in the update an issue is: at its root, unless it is about the update at all. */
export function pathInUpdate({ path, location = "body" }: IssueLike): readonly (string | number)[] {
	return location === "body" ? path : [];
}
