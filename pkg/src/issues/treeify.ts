import { ownMember } from "../options/sanitize.js";
import { type IssueLike, type IssuesIn, issuesIn, pathInUpdate } from "./issue-like.js";

/** Issues in the shape of the update. */
export interface IssueTree<T = string> {
	/** Issues of this value. At the root also issues of the card's state and the request. */
	errors: T[];
	/** Issues of the members of an object, by key. */
	properties?: Record<string, IssueTree<T> | undefined>;
	/** Issues of the items of an array, by index. Items without issues are absent. */
	items?: Record<number, IssueTree<T> | undefined>;
}

/**
 * Arranges issues in the shape of the update, like zod's `treeifyError`: messages, or the results of `map`.
 *
 * Takes a validation, a ValidationError, or issues. To leave out warnings, pass `issues.filter(({ severity }) =>
 * severity === "error")`.
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

/** The subtree at a key or an index. */
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
