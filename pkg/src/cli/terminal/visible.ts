/** Invisible characters, and characters that control a terminal. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu;

/**
 * Makes a text safe to print in one line: a tab becomes a blank, and other invisible characters become their code
 * points. So no file can move the cursor or change colours.
 */
export function visible(text: string): string {
	return text.replace(HIDDEN, (character) => {
		const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
		return character === "\t" ? " " : `<U+${code}>`;
	});
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string {
	return text.split("\n").map(visible).join("\n");
}
