import { KEY, type Sink } from "../generated/records.js";
import { copyBytes, encoder, grow, type Memory, withMemory } from "./utf8.js";

const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
/** A UTF-16 code unit becomes at most so many bytes of UTF-8. */
const MAX_BYTES_PER_UNIT = 3;
const HALF = 2 ** 32;

/** Encodes what a function writes as part of an input. */
export function encode(write: (to: Sink) => void): Uint8Array {
	return withMemory((memory) => {
		const writer = new Writer(memory);
		write(writer);
		return copyBytes(memory.bytes.subarray(0, writer.length));
	});
}

/** Writes into growing memory. */
class Writer implements Sink {
	/** The number of bytes written. */
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
		const bytes = this.room(NUMBER + MAX_BYTES_PER_UNIT * text.length);
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
				// No list has an item with a larger index.
				this.number(Math.min(step, KEY - 1));
			}
		}
	}

	/** The memory, with room for more bytes. */
	private room(needed: number): Uint8Array {
		const end = this.length + needed;
		return end <= this.memory.bytes.length ? this.memory.bytes : grow(this.memory, end);
	}
}
