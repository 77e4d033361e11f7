/** Lone surrogates. */
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
const BACKSLASH = 0x5c;

/**
 * Makes JSON text well-formed UTF-16: a lone surrogate becomes its escape, which means the same in a JSON string. UTF-8
 * cannot encode it, and a replacement character would hide it.
 */
export function toWellFormed(json: string): string {
	if (isWellFormed(json)) {
		return json;
	}
	return json.replace(LONE_SURROGATES, (surrogate, at: number) =>
		isEscaped(json, at)
			? // After a backslash an escape is not possible. Keep it an invalid escape.
				"\ufffd"
			: `\\u${surrogate.charCodeAt(0).toString(16)}`,
	);
}

/** Whether an unescaped backslash precedes this position. */
function isEscaped(json: string, at: number): boolean {
	let start = at;
	while (json.charCodeAt(start - 1) === BACKSLASH) {
		start -= 1;
	}
	return (at - start) % 2 === 1;
}

/** Whether the text has no lone surrogate. */
export function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
	// The method is many times faster, but not every engine has it.
	return text.isWellFormed?.() ?? text.search(LONE_SURROGATES) < 0;
}
