import type { SearchTree, Span } from "./search-tree.js";

const BLANK = /[ \t\r\n]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"?/sy;
const LITERAL = /[^\s,\]}]+/y;
/** The text between the brackets and strings of a value. */
const BETWEEN = /[^"[\]{}]+/y;
const BYTE_ORDER_MARK = "\ufeff";
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/**
 * Finds the values of a search tree in a JSON text, and skips the rest. Text that is not JSON is read as far as
 * possible.
 */
export function findValues(text: string, tree: SearchTree): void {
	readValue(text, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0, tree);
}

/** Reads the value at an offset. Returns its end. */
function readValue(text: string, offset: number, tree: SearchTree | undefined, key?: Span): number {
	const start = after(BLANK, text, offset);
	const value = { start, end: start };
	tree?.record(key === undefined ? { value } : { key, value });
	value.end = endOf(text, start, tree);
	return value.end;
}

function endOf(text: string, start: number, tree: SearchTree | undefined): number {
	const first = text[start];
	if (first === '"') {
		return after(STRING, text, start);
	}
	if (first !== "{" && first !== "[") {
		return after(LITERAL, text, start);
	}
	if (tree === undefined || tree.members.size === 0) {
		return stepOver(text, start);
	}
	return first === "{" ? readMembers(text, start, tree) : readItems(text, start, tree);
}

/** Skips an object or array of any depth. Returns its end. */
function stepOver(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; ) {
		switch (text[at]) {
			case "{":
			case "[":
				depth += 1;
				at += 1;
				break;
			case "}":
			case "]":
				depth -= 1;
				at += 1;
				if (depth === 0) {
					return at;
				}
				break;
			case '"':
				at = after(STRING, text, at);
				break;
			default:
				at = after(BETWEEN, text, at);
		}
	}
	return text.length;
}

function readMembers(text: string, start: number, tree: SearchTree): number {
	return readList(text, start, "}", (at) => {
		const key = { start: at, end: after(STRING, text, at) };
		const colon = after(BLANK, text, key.end);
		if (key.end === at || text[colon] !== ":") {
			return undefined;
		}
		return readValue(text, colon + 1, tree.members.get(nameIn(text.slice(at, key.end))), key);
	});
}

function readItems(text: string, start: number, tree: SearchTree): number {
	let index = 0;
	return readList(text, start, "]", (at) => readValue(text, at, tree.members.get(String(index++))));
}

/** Reads the members or items between brackets. Stops where the text is not JSON. */
function readList(
	text: string,
	start: number,
	close: string,
	readNext: (at: number) => number | undefined,
): number {
	let at = after(BLANK, text, start + 1);
	while (at < text.length && text[at] !== close) {
		const end = readNext(at);
		if (end === undefined || end === at) {
			return at;
		}
		at = after(BLANK, text, end);
		if (text[at] === ",") {
			at = after(BLANK, text, at + 1);
		} else if (text[at] !== close) {
			return at;
		}
	}
	return Math.min(at + 1, text.length);
}

/** A key as in paths: a lone surrogate becomes U+FFFD. */
function nameIn(quoted: string): string {
	try {
		return String(JSON.parse(quoted)).replace(LONE_SURROGATE, "\ufffd");
	} catch {
		return quoted;
	}
}

/** The end of a sticky pattern's match at an offset; the offset itself, if it does not match. */
function after(pattern: RegExp, text: string, offset: number): number {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : offset;
}
