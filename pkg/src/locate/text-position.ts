/** A position in a text, as in editors and compilers. */
export interface TextPosition {
	/** From 0, in UTF-16 code units: the index in the string. */
	offset: number;
	/** From 1. Lines end with a line feed. */
	line: number;
	/** From 1, in characters (Unicode code points). */
	column: number;
}

/** The positions of offsets, in the same order. Reads the text once. */
export function positionsOf(text: string, offsets: readonly number[]): TextPosition[] {
	const positions: TextPosition[] = [];
	const ascending = offsets.map((offset, index) => ({ offset, index })).sort((a, b) => a.offset - b.offset);
	let [at, line, column] = [0, 1, 1];
	for (const { offset, index } of ascending) {
		while (at < offset) {
			if (text[at] === "\n") {
				line += 1;
				column = 1;
				at += 1;
			} else {
				column += 1;
				at += lengthOfCharacter(text, at);
			}
		}
		positions[index] = { offset, line, column };
	}
	return positions;
}

/** The offset of a line and a column, both from 1. Beyond the end of the line or the text: that end. */
export function offsetOf(text: string, line: number, column: number): number {
	let start = 0;
	for (let at = 1; at < line; at++) {
		const lineFeed = text.indexOf("\n", start);
		if (lineFeed < 0) {
			return text.length;
		}
		start = lineFeed + 1;
	}
	let offset = start;
	for (let at = 1; at < column && offset < text.length && text[offset] !== "\n"; at++) {
		offset += lengthOfCharacter(text, offset);
	}
	return offset;
}

function lengthOfCharacter(text: string, offset: number): number {
	return (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
}
