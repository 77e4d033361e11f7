/** A value that JSON has no word for, in host notation. */
const MARK = "\u0001";
const MARKER = new RegExp(`${MARK}[^${MARK}]*${MARK}`, "g");

/** The value that a text in host notation stands for; `null` stands for what JSON has no word for. */
export function readHostText(text: string): unknown {
	return JSON.parse(text.includes(MARK) ? text.replace(MARKER, "null") : text);
}
