/**
 * How bytes cross: they are written into the module's memory, a function is called with numbers alone, and its answer is
 * read from the module's memory, which the next call overwrites. See `pkg/wasm/src/mailbox.rs`.
 */

import { core, memory } from "./core.js";
import { readUtf16 } from "./utf16.js";

/** Writes parts, one behind the other. */
export function post(...parts: readonly Uint8Array[]): void {
	let length = 0;
	for (const part of parts) {
		length += part.length;
	}
	let at = core().input(length);
	const bytes = memory();
	for (const part of parts) {
		// Nothing takes as long to write as a little does.
		if (part.length > 0) {
			bytes.set(part, at);
			at += part.length;
		}
	}
}

/** The outcome of a call that may come to several things. */
export function outcomeOf(answer: number): number {
	return answer & 3;
}

/** The length of the text that such a call answered. */
export function lengthOf(answer: number): number {
	return answer >>> 2;
}

/** The text of the answer; its length is what the call returned. */
export function answeredText(length: number): string {
	const at = core().output_text();
	return readUtf16(memory(), at, at + 2 * length);
}

/** The numbers of the answer, which the next call overwrites. */
export function answeredNumbers(): Uint32Array {
	const { output_count, output_numbers } = core();
	return new Uint32Array(memory().buffer, output_numbers(), output_count());
}

/** Texts in parts, each behind its length in four bytes, the lowest first. */
export function inParts(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
	const lengths = new DataView(joined.buffer);
	let at = 0;
	for (const part of parts) {
		lengths.setUint32(at, part.length, true);
		joined.set(part, at + 4);
		at += 4 + part.length;
	}
	return joined;
}
