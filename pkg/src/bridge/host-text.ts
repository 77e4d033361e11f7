/** A value that JSON has no word for, in host notation. */
const MARK = "\u0001";

/** The value that a text in host notation stands for; `null` stands for what JSON has no word for. */
export function readHostText(text: string): unknown {
	return JSON.parse(text.includes(MARK) ? withNull(text) : text);
}

/** The text with `null` in the place of what stands between two marks: every other part. */
function withNull(text: string): string {
	const parts = text.split(MARK).map((part, index) => (index % 2 === 0 ? part : "null"));
	return parts.join("");
}
