/** Half of a surrogate pair that stands alone. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const WITH_BACKSLASHES = /(\\*)([\ud800-\udfff])/gu;

/**
 * The same JSON text in well-formed UTF-16: a lone surrogate becomes its escape, which means the same in a JSON string.
 * UTF-8 could not carry it, and a replacement character in its place would hide it.
 */
export function toWellFormed(json: string): string {
	if (isWellFormed(json)) {
		return json;
	}
	return json.replace(WITH_BACKSLASHES, (_, backslashes: string, surrogate: string) =>
		backslashes.length % 2 === 1
			? // The last backslash would swallow the escape's own: keep it the wrong escape that it is.
				`${backslashes}\ufffd`
			: `${backslashes}\\u${surrogate.charCodeAt(0).toString(16)}`,
	);
}

/** Whether no half of a surrogate pair stands alone. */
export function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
	// Not every engine has the method yet, and where it is there, it is many times faster.
	return text.isWellFormed?.() ?? !LONE_SURROGATE.test(text);
}
