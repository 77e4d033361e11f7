/** A text with what nobody sees in it made visible. */

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu;

/**
 * The parts of a text: `{ text }` as it is, and `{ mark, code }` for a character that cannot be seen: what to show in its
 * place, and its code point. Blanks (U+0020) are marked with a dot.
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
