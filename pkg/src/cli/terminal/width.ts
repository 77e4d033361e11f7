import { eastAsianWidth } from "get-east-asian-width";

const MARK = /\p{M}/u;
const NARROW = /^[ -~]*$/;

/** The width of a text in terminal columns. A Chinese character takes two. */
export function widthOf(text: string): number {
	if (NARROW.test(text)) {
		return text.length;
	}
	let width = 0;
	for (const character of text) {
		width += widthOfCharacter(character);
	}
	return width;
}

/** The beginning of a text that fits. */
export function startOf(text: string, columns: number): string {
	return fitting([...text], columns).join("");
}

/** The end of a text that fits. */
export function endOf(text: string, columns: number): string {
	return fitting([...text].reverse(), columns)
		.reverse()
		.join("");
}

/** A text padded with blanks. */
export function padded(text: string, columns: number): string {
	return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

function fitting(characters: string[], columns: number): string[] {
	let left = columns;
	const past = characters.findIndex((character) => {
		left -= widthOfCharacter(character);
		return left < 0;
	});
	return past < 0 ? characters : characters.slice(0, past);
}

function widthOfCharacter(character: string): number {
	return MARK.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number);
}
