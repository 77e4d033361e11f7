import type { Issue, IssueCode } from "../bridge/types.js";
import { type IssuesIn, issuesIn } from "../issues/issue-like.js";
import { describe } from "../options/option-values.js";
import { findValues } from "./find-values.js";
import { SearchTree, type Span } from "./search-tree.js";
import { offsetOf, positionsOf, type TextPosition } from "./text-position.js";

/** A range of a text. */
export interface TextRange {
	/** The first character. */
	start: TextPosition;
	/** After the last character. */
	end: TextPosition;
}

/** Issues about the key, not the value. */
const ABOUT_KEYS: readonly IssueCode[] = [
	"unknown_key",
	"unknown_key_dropped",
	"forbidden_key",
	"duplicate_key",
	"ambiguous_key",
];

/**
 * Finds the issues of a JSON text in the text, in the same order. The range is the value, the key if that is wrong, or
 * the character where the text stops being JSON. For a missing field it is the object that lacks the field.
 *
 * `json` is the validated text. Pass its issues or its validation, without issues about the card's state or the
 * request. Takes time in proportion to the text and the issues.
 *
 * ```js
 * const json = '{\n  "title": 7\n}';
 * const { issues } = validateJson(json);
 * locate(json, issues)[0].start; // { offset: 13, line: 2, column: 12 }
 * ```
 */
export function locate(json: string, given: IssuesIn<Issue>): TextRange[] {
	if (typeof json !== "string") {
		throw new TypeError(`locate takes the text that was validated, not ${describe(json)}`);
	}
	const issues = issuesIn(given, "locate");
	const root = new SearchTree();
	for (const { path } of issues) {
		root.add(path);
	}
	findValues(json, root);
	const spans = issues.map((issue) => spanOf(json, issue, root));
	const positions = positionsOf(
		json,
		spans.flatMap(({ start, end }) => [start, end]),
	);
	return spans.map(
		(_, index) => ({ start: positions[2 * index], end: positions[2 * index + 1] }) as TextRange,
	);
}

function spanOf(json: string, { code, path, params }: Issue, root: SearchTree): Span {
	if (typeof params.line === "number" && typeof params.column === "number") {
		const start = offsetOf(json, params.line, params.column);
		return { start, end: Math.min(start + widthAt(json, start), json.length) };
	}
	const nodes = root.nodesOn(path);
	const found = nodes.reverse().find(({ first }) => first !== undefined);
	// Of duplicate keys, mark the last.
	const occurrence = code === "duplicate_key" ? found?.last : found?.first;
	if (occurrence === undefined) {
		return { start: 0, end: json.length };
	}
	const isThere = found === nodes[0] && nodes.length > path.length;
	return (isThere && ABOUT_KEYS.includes(code) && occurrence.key) || occurrence.value;
}

/** The length of the character at an offset; 0 for a line feed, which cannot be marked. */
function widthAt(json: string, offset: number): number {
	const character = json.codePointAt(offset);
	return character === undefined || character === 0x0a ? 0 : character > 0xffff ? 2 : 1;
}
