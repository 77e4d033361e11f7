/** Where in a JSON text the values stand. */

import { escapeKey } from "./pointer.js";

const BLANK = /[ \t\r\n]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"?/sy;
const LITERAL = /[^\s,\]}]+/y;
/** Deeper than the package reads. */
const MAX_DEPTH = 100;

/**
 * The value that a pointer leads to, as a range of the text, or the deepest one around it that is there. Of a key that
 * appears twice, `last` takes the last one. Text that is not JSON is read as far as it can be.
 */
export function rangeOf(text, pointer, { last = false } = {}) {
	const found = new Map();
	readValue(text, 0, "", { found, last, depth: 0 });
	for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
		const range = found.get(at);
		if (range !== undefined || at === "") {
			return range ?? { start: 0, end: text.length };
		}
	}
}

/** Line and column of an offset, both from 1; columns count characters, as the package's do. */
export function placeOf(text, offset) {
	const before = text.slice(0, offset);
	const lineStart = before.lastIndexOf("\n") + 1;
	return { line: before.split("\n").length, column: [...before.slice(lineStart)].length + 1 };
}

/** The offset of a line and a column, both from 1. */
export function offsetOf(text, line, column) {
	let start = 0;
	for (let at = 1; at < line; at++) {
		const next = text.indexOf("\n", start);
		if (next < 0) {
			return text.length;
		}
		start = next + 1;
	}
	const lineEnd = text.indexOf("\n", start);
	const characters = [...text.slice(start, lineEnd < 0 ? undefined : lineEnd)];
	return start + characters.slice(0, column - 1).join("").length;
}

/** Reads the value at an offset, notes where it and what is in it stands, and returns where it ends. */
function readValue(text, offset, pointer, reading) {
	const start = match(BLANK, text, offset);
	let end;
	if ((text[start] === "{" || text[start] === "[") && reading.depth < MAX_DEPTH) {
		reading.depth += 1;
		end = (text[start] === "{" ? readMembers : readItems)(text, start, pointer, reading);
		reading.depth -= 1;
	} else {
		end = match(text[start] === '"' ? STRING : LITERAL, text, start);
	}
	if (reading.last || !reading.found.has(pointer)) {
		reading.found.set(pointer, { start, end });
	}
	return end;
}

function readMembers(text, start, pointer, reading) {
	return readList(text, start, "}", (at) => {
		const keyEnd = match(STRING, text, at);
		const colon = match(BLANK, text, keyEnd);
		if (keyEnd === at || text[colon] !== ":") {
			return undefined;
		}
		return readValue(text, colon + 1, `${pointer}/${keyIn(text.slice(at, keyEnd))}`, reading);
	});
}

function readItems(text, start, pointer, reading) {
	let index = 0;
	return readList(text, start, "]", (at) => readValue(text, at, `${pointer}/${index++}`, reading));
}

/** Reads what stands between the brackets; stops where it is no list. */
function readList(text, start, close, readNext) {
	let at = match(BLANK, text, start + 1);
	while (at < text.length && text[at] !== close) {
		const end = readNext(at);
		if (end === undefined || end === at) {
			return at;
		}
		at = match(BLANK, text, end);
		if (text[at] === ",") {
			at = match(BLANK, text, at + 1);
		} else if (text[at] !== close) {
			return at;
		}
	}
	return Math.min(at + 1, text.length);
}

function keyIn(quoted) {
	try {
		return escapeKey(JSON.parse(quoted));
	} catch {
		return escapeKey(quoted);
	}
}

/** Where the match of a sticky pattern at an offset ends; the offset, if it does not match. */
function match(pattern, text, offset) {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : offset;
}
