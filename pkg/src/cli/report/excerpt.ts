import { visible } from "../terminal/visible.js";
import { endOf, startOf, widthOf } from "../terminal/width.js";

/** A line of a source, cut to fit, and a line of marks below it. */
export interface Excerpt {
	source: string;
	marks: string;
}

const CUT = "...";

/** The line where a range of a text begins, with marks below the range. Only the first line of a range is marked. */
export function excerpt(text: string, start: number, end: number, columns: number): Excerpt {
	const before = visible(lastLine(text.slice(Math.max(0, start - columns), start)));
	const rest = firstLine(text.slice(start, start + 2 * columns));
	const marked = visible(rest.slice(0, end - start).trimEnd());
	const after = visible(rest.slice(rest.slice(0, end - start).trimEnd().length).trimEnd());
	const isCutBefore = start > columns && !text.slice(start - columns, start).includes("\n");

	const kept =
		widthOf(marked) > columns - 2 * CUT.length ? startOf(marked, columns - 2 * CUT.length) : marked;
	const room = columns - widthOf(kept);
	// Most of the room is for the text before the mark, which shows the context. The rest is for the text after it.
	const left = Math.max(Math.min(Math.ceil((room * 2) / 3), room - CUT.length), room - widthOf(after));
	const head = isCutBefore || widthOf(before) > left ? CUT + endOf(before, left - CUT.length) : before;
	const tailRoom = room - widthOf(head);
	const isCutAfter = kept !== marked || widthOf(after) > tailRoom;
	const tail = isCutAfter ? startOf(kept === marked ? after : "", tailRoom - CUT.length) + CUT : after;
	return {
		source: head + kept + tail,
		marks: " ".repeat(widthOf(head)) + "^".repeat(Math.max(1, widthOf(kept))),
	};
}

function lastLine(text: string): string {
	return text.slice(text.lastIndexOf("\n") + 1);
}

function firstLine(text: string): string {
	const end = text.indexOf("\n");
	return end < 0 ? text : text.slice(0, end);
}
