/** Text in UTF-8, and memory to write it in that is used again and again. */

export const encoder = new TextEncoder();

/** Memory that grows. */
export interface Memory {
	bytes: Uint8Array;
}

const FIRST_SIZE = 16 * 1024;
/** More than this is not kept. */
const KEPT_SIZE = 512 * 1024;
/** As much as a few updates. Who holds a copy holds all of it. */
const SHARED_SIZE = 8 * 1024;

let spare: Memory | undefined;

/** What is never written again, from its beginning up to what is used of it. */
let shared = new Uint8Array();
let used = 0;

/** Lends memory, which is overwritten afterwards. Who asks while it is lent gets other memory. */
export function withMemory<T>(use: (memory: Memory) => T): T {
	const memory = spare ?? { bytes: new Uint8Array(FIRST_SIZE) };
	spare = undefined;
	const result = use(memory);
	// After an exception it is simply collected.
	if (memory.bytes.length <= KEPT_SIZE) {
		spare = memory;
	}
	return result;
}

/** Makes room for so many bytes in all, and keeps what is there. */
export function grow(memory: Memory, needed: number): Uint8Array {
	const bytes = new Uint8Array(Math.max(needed, 2 * memory.bytes.length));
	bytes.set(memory.bytes);
	memory.bytes = bytes;
	return bytes;
}

/** Memory that is never lent to anyone else. Little of it is shared: an engine takes long to make some, and to collect it. */
export function roomToKeep(length: number): Uint8Array {
	if (used + length > shared.length) {
		shared = new Uint8Array(Math.max(SHARED_SIZE, length));
		used = 0;
	}
	used += length;
	return shared.subarray(used - length, used);
}

/** Copies a text. */
export function keep(text: Uint8Array): Uint8Array {
	const copy = roomToKeep(text.length);
	copy.set(text);
	return copy;
}

/** Encodes a text and hands it to `use`, in memory that is overwritten afterwards. */
export function withUtf8<T>(text: string, use: (text: Uint8Array) => T): T {
	return withMemory((memory) => {
		const most = 3 * text.length;
		const bytes = most <= memory.bytes.length ? memory.bytes : grow(memory, most);
		return use(bytes.subarray(0, encoder.encodeInto(text, bytes).written));
	});
}
