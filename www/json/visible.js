/** Makes invisible characters of a text visible. */

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu;

/**
 * Splits a text into `{ text }` and `{ mark, code }`, an invisible character with its replacement and code point.
 * Spaces (U+0020) are marked with a dot.
 */
export function visibleParts(text) {
	const parts = [];
	let end = 0;
	for (const { 0: character, index } of text.matchAll(HIDDEN)) {
		if (index > end) {
			parts.push({ text: text.slice(end, index) });
		}
		parts.push({ mark: markOf(character), code: codeOf(character) });
		end = index + character.length;
	}
	if (end < text.length) {
		parts.push({ text: text.slice(end) });
	}
	return parts;
}

function markOf(character) {
	switch (character) {
		case " ":
			return "·";
		case "\n":
			return "↵";
		case "\r":
			return "␍";
		case "\t":
			return "⇥";
		default:
			return codeOf(character);
	}
}

function codeOf(character) {
	return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
