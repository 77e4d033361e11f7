import { writeUtf16 } from "./utf16.js";
import { writeValue } from "./write-value.js";

const WORD = Uint32Array.BYTES_PER_ELEMENT;
const UNIT = Uint16Array.BYTES_PER_ELEMENT;

/** Any JavaScript value as an input has it: the number of its words, they, and their texts. */
export function encodedValue(value: unknown): Uint8Array {
	const { words, start, end, text } = writeValue(value);
	const texts = WORD * (1 + end - start);
	const bytes = new Uint8Array(texts + UNIT * text.length);
	const places = new Uint32Array(bytes.buffer, 0, texts / WORD);
	places[0] = end - start;
	places.set(words.subarray(start, end), 1);
	writeUtf16(text, new Uint16Array(bytes.buffer, texts));
	return bytes;
}
