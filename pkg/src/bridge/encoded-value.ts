import { allocate } from "./utf8.js";
import { writeValue } from "./write-value.js";

const WORD = 4;
const UNIT = 2;

/** Encodes any JavaScript value as part of an input: the number of its words, the words, and the text. */
export function encodedValue(value: unknown): Uint8Array {
	const { words, start, end, text } = writeValue(value);
	const count = end - start;
	const texts = WORD * (1 + count);
	// Byte by byte: most values are short, and creating a Uint32Array for each takes longer.
	const bytes = allocate(texts + UNIT * text.length);
	putWord(bytes, 0, count);
	for (let at = 0; at < count; at++) {
		putWord(bytes, WORD * (1 + at), words[start + at] as number);
	}
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		bytes[texts + UNIT * at] = unit;
		bytes[texts + UNIT * at + 1] = unit >>> 8;
	}
	return bytes;
}

function putWord(bytes: Uint8Array, at: number, word: number): void {
	bytes[at] = word;
	bytes[at + 1] = word >>> 8;
	bytes[at + 2] = word >>> 16;
	bytes[at + 3] = word >>> 24;
}
