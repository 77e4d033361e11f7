import { ownMember } from "../options/sanitize.js";
import { type IssueLike, type IssuesIn, issuesIn, pathInUpdate } from "./issue-like.js";

/** Issues in the shape of the update: those of a value, then those of its members or items. */
export interface IssueTree<T = string> {
	/** Those of this very value; at the root also those that are not about the update: the card's state, the request. */
	errors: T[];
	/** Those of an object's members, by key. */
	properties?: Record<string, IssueTree<T> | undefined>;
	/** Those of an array's items, by index: only of the items that have any. */
	items?: Record<number, IssueTree<T> | undefined>;
}

/**
 * Issues in the shape of the update, as zod's `treeifyError` gives them: their messages, or what `map` makes of each.
 *
 * It takes a validation, a ValidationError, or issues of either severity; `issues.filter(({ severity }) => severity ===
 * "error")` leaves the warnings out.
 *
 * ```js
 * const tree = treeify(validate({ user_information_form: { common_field_list: ["SEX"] } }));
 * tree.properties?.user_information_form?.properties?.common_field_list?.items?.[0]?.errors;
 * ```
 */
export function treeify(issues: IssuesIn<IssueLike>): IssueTree;
export function treeify<I extends IssueLike, T>(issues: IssuesIn<I>, map: (issue: I) => T): IssueTree<T>;
export function treeify(
	issues: IssuesIn<IssueLike>,
	map: (issue: IssueLike) => unknown = ({ message }) => message,
): IssueTree<unknown> {
	const tree = leaf();
	for (const issue of issuesIn(issues, "treeify")) {
		pathInUpdate(issue).reduce(branch, tree).errors.push(map(issue));
	}
	return tree;
}

/** The part of a tree below a key or an index. */
function branch(tree: IssueTree<unknown>, step: string | number): IssueTree<unknown> {
	if (typeof step === "number") {
		tree.items ??= {};
		return ownMember(tree.items, step, leaf);
	}
	tree.properties ??= {};
	return ownMember(tree.properties, step, leaf);
}

function leaf(): IssueTree<unknown> {
	return { errors: [] };
}
