/** Halves of surrogate pairs that stand alone. */
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
const BACKSLASH = 0x5c;

/**
 * The same JSON text in well-formed UTF-16: a lone surrogate becomes its escape, which means the same in a JSON string.
 * UTF-8 could not carry it, and a replacement character in its place would hide it.
 */
export function toWellFormed(json: string): string {
	if (isWellFormed(json)) {
		return json;
	}
	return json.replace(LONE_SURROGATES, (surrogate, at: number) =>
		isEscaped(json, at)
			? // The backslash would swallow the escape's own: keep it the wrong escape that it is.
				"\ufffd"
			: `\\u${surrogate.charCodeAt(0).toString(16)}`,
	);
}

/** Whether a backslash before it escapes the character there, and is not escaped itself. */
function isEscaped(json: string, at: number): boolean {
	let start = at;
	while (json.charCodeAt(start - 1) === BACKSLASH) {
		start -= 1;
	}
	return (at - start) % 2 === 1;
}

/** Whether no half of a surrogate pair stands alone. */
export function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
	// Not every engine has the method yet, and where it is there, it is many times faster.
	return text.isWellFormed?.() ?? text.search(LONE_SURROGATES) < 0;
}
