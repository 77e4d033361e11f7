import type { Issue } from "../bridge/types.js";
import { kindOf } from "../runtime/describe.js";

/** Issues, or an object that has them: a validation or a ValidationError. */
export type IssuesIn<I> = readonly I[] | { readonly issues: readonly I[] };

/** Reads issues. Throws a TypeError that names the function `taker` if there are none. */
export function issuesIn<I>(given: IssuesIn<I>, taker: string): readonly I[] {
	const issues: unknown = Array.isArray(given)
		? given
		: (given as { issues?: unknown } | null | undefined)?.issues;
	if (!Array.isArray(issues)) {
		throw new TypeError(`${taker} takes issues, or a validation that has them, not ${kindOf(given)}`);
	}
	return issues;
}

/** The parts of an issue that `flatten` and `treeify` need. */
export type IssueLike = Pick<Issue, "path" | "message"> & Partial<Pick<Issue, "location">>;

/** The path of an issue in the update. Issues about something else belong to the root. */
export function pathInUpdate({ path, location = "body" }: IssueLike): readonly (string | number)[] {
	return location === "body" ? path : [];
}
