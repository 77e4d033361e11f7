import { KEY, type Sink } from "../generated/records.js";
import { encoder, grow, keep, type Memory, withMemory } from "./utf8.js";

const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
/** The most bytes of UTF-8 that a unit of UTF-16 becomes. */
const MOST_BYTES = 3;
const HALF = 2 ** 32;

/** What a function writes, as an input has it. */
export function encode(write: (to: Sink) => void): Uint8Array {
	return withMemory((memory) => {
		const writer = new Writer(memory);
		write(writer);
		return keep(memory.bytes.subarray(0, writer.length));
	});
}

/** Writes into memory, which grows. */
class Writer implements Sink {
	/** How many bytes are written. */
	length = 0;

	constructor(private readonly memory: Memory) {}

	number(number: number): void {
		const at = this.length;
		const bytes = this.room(NUMBER);
		bytes[at] = number;
		bytes[at + 1] = number >>> 8;
		bytes[at + 2] = number >>> 16;
		bytes[at + 3] = number >>> 24;
		this.length += NUMBER;
	}

	integer(number: number): void {
		this.number(number % HALF);
		this.number(Math.floor(number / HALF));
	}

	text(text: string): void {
		const at = this.length;
		const bytes = this.room(NUMBER + MOST_BYTES * text.length);
		const { written } = encoder.encodeInto(text, bytes.subarray(at + NUMBER));
		this.number(written);
		this.length += written;
	}

	bytes(bytes: Uint8Array): void {
		this.number(bytes.length);
		this.room(bytes.length).set(bytes, this.length);
		this.length += bytes.length;
	}

	list<T>(items: readonly T[], write: (to: Sink, item: T) => void): void {
		this.number(items.length);
		for (const item of items) {
			write(this, item);
		}
	}

	path(path: readonly (string | number)[]): void {
		this.number(path.length);
		for (const step of path) {
			if (typeof step === "string") {
				this.number(KEY);
				this.text(step);
			} else {
				// No list is so long that a larger index could be one of its items.
				this.number(Math.min(step, KEY - 1));
			}
		}
	}

	/** The memory, with room for so many more bytes. */
	private room(needed: number): Uint8Array {
		const end = this.length + needed;
		return end <= this.memory.bytes.length ? this.memory.bytes : grow(this.memory, end);
	}
}
