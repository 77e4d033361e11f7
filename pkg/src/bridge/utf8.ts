/** Encodes text as UTF-8 into memory that is reused. */

export const encoder = new TextEncoder();

/** Memory that grows. */
export interface Memory {
	bytes: Uint8Array;
}

const INITIAL_SIZE = 16 * 1024;
/** Larger memory is not kept for reuse. */
const MAX_KEPT_SIZE = 512 * 1024;
/** As much as a few updates. Whoever keeps a copy keeps the whole block. */
const POOL_SIZE = 8 * 1024;

let spare: Memory | undefined;

/** A block whose first `poolUsed` bytes belong to copies, and are never written again. */
let pool = new Uint8Array();
let poolUsed = 0;

/** Lends memory that is reused afterwards. Nested calls get other memory. */
export function withMemory<T>(use: (memory: Memory) => T): T {
	const memory = spare ?? { bytes: new Uint8Array(INITIAL_SIZE) };
	spare = undefined;
	const result = use(memory);
	// After an exception, the garbage collector takes the memory.
	if (memory.bytes.length <= MAX_KEPT_SIZE) {
		spare = memory;
	}
	return result;
}

/** Replaces the memory with a larger one, with the same content. */
export function grow(memory: Memory, needed: number): Uint8Array {
	const bytes = new Uint8Array(Math.max(needed, 2 * memory.bytes.length));
	bytes.set(memory.bytes);
	memory.bytes = bytes;
	return bytes;
}

/** Memory that is not reused. Small pieces share one block, because creating and collecting arrays is slow. */
export function allocate(length: number): Uint8Array {
	if (poolUsed + length > pool.length) {
		pool = new Uint8Array(Math.max(POOL_SIZE, length));
		poolUsed = 0;
	}
	poolUsed += length;
	return pool.subarray(poolUsed - length, poolUsed);
}

/** Copies bytes. */
export function copyBytes(text: Uint8Array): Uint8Array {
	const copy = allocate(text.length);
	copy.set(text);
	return copy;
}

/** Encodes a text and passes it to `use`. The memory is reused afterwards. */
export function withUtf8<T>(text: string, use: (text: Uint8Array) => T): T {
	return withMemory((memory) => {
		const most = 3 * text.length;
		const bytes = most <= memory.bytes.length ? memory.bytes : grow(memory, most);
		return use(bytes.subarray(0, encoder.encodeInto(text, bytes).written));
	});
}
