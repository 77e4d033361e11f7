/**
 * Host notation: JSON text in which `U+0001 KIND U+0001` stands in the place of each value that JSON cannot express.
 * JSON text never holds a bare U+0001, so a marker cannot be mistaken for data.
 *
 * Kinds that a value may have: `undefined`, `bigint`, `function`, `symbol`, `NaN`, `Infinity`, `-Infinity`, or the name
 * of its class. The kind of a date object is `@` and its time, as `toISOString` gives it; nothing follows if it has none.
 * Kinds that begin with `!` say why a value was not read: `!toJSON` and the name of its class, that the value has a form
 * of its own in JSON.
 */

import { MAX_BYTES, MAX_DEPTH } from "../generated/records.js";
import { encoder, grow, keep, type Memory, withMemory } from "./utf8.js";
import { ARRAY, kindOf, lengthOf, OBJECT, PLAIN } from "./value-kind.js";

/**
 * Strings made of these alone are written as they are, between quotation marks.
 *
 * A pattern of one part, as all that are used here: V8 ends the whole process if it has no stack left to compile several,
 * as `^` and `$` would be.
 */
const PLAIN_TEXT = /[ !#-[\]-\ud7ff\ue000-\uffff]*/y;
/** Longer strings are encoded by the host, which takes a while to begin but is faster then. */
const SHORT = 64;

const COMMA = 0x2c;

/** Short keys, each as it is written: updates have many, and nearly always the same. */
const KEYS = new Map<string, Uint8Array>();
/** When there are more, it begins anew. */
const MOST_KEYS = 256;

const TOO_LARGE = mark("!size");
const UNREADABLE = mark("!unreadable");
const CIRCULAR = mark("!circular");
const TOO_DEEP = mark("!depth");

/**
 * Writes any JavaScript value in host notation, and hands the text to `use`, in UTF-8 and in memory that is overwritten
 * afterwards.
 *
 * Instances of classes are read as plain objects are, by their own enumerable members. It calls getters and proxy traps
 * of the value, and `toISOString` of date objects, but never `toJSON` or `valueOf`, does not throw, and stops when the
 * text grows beyond `MAX_BYTES`.
 */
export function withHostText<T>(value: unknown, use: (text: Uint8Array) => T): T {
	return withMemory((memory) => {
		const writer = new Writer(memory);
		try {
			writer.write(value);
		} catch {
			writer.fail(UNREADABLE); // The stack is exhausted.
		}
		return use(writer.finish());
	});
}

/** The same text, to keep. */
export function hostTextOf(value: unknown): Uint8Array {
	return withHostText(value, keep);
}

/** The text that stands for an input that is too large to be read. */
export function tooLarge(): Uint8Array {
	return encoder.encode(TOO_LARGE);
}

function mark(kind: string): string {
	return `\u0001${kind}\u0001`;
}

class Writer {
	private at = 0;
	/** Members that were left out: they cost time, but no text. */
	private omitted = 0;
	private readonly ancestors: object[] = [];

	private bytes: Uint8Array;

	constructor(private readonly memory: Memory) {
		this.bytes = memory.bytes;
	}

	/** The text. */
	finish(): Uint8Array {
		if (this.isTooLarge()) {
			this.fail(TOO_LARGE);
		}
		return this.bytes.subarray(0, this.at);
	}

	/** Says only why there is no text. */
	fail(reason: string): void {
		this.at = 0;
		this.writeAscii(reason);
	}

	write(value: unknown): void {
		switch (typeof value) {
			case "string":
				this.writeString(value);
				break;
			case "number":
				this.writeAscii(Number.isFinite(value) ? String(value) : mark(String(value)));
				break;
			case "boolean":
				this.writeAscii(value ? "true" : "false");
				break;
			case "object":
				if (value === null) {
					this.writeAscii("null");
				} else {
					this.writeObject(value);
				}
				break;
			default:
				this.writeAscii(mark(typeof value));
		}
	}

	private isTooLarge(): boolean {
		return this.at > MAX_BYTES || this.omitted > MAX_BYTES;
	}

	private writeByte(byte: number): void {
		this.makeRoom(1);
		this.bytes[this.at++] = byte;
	}

	private writeAscii(text: string): void {
		this.makeRoom(text.length);
		for (let index = 0; index < text.length; index++) {
			this.bytes[this.at++] = text.charCodeAt(index);
		}
	}

	private writeString(value: string): void {
		if (value.length > MAX_BYTES) {
			this.omitted = MAX_BYTES + 1;
		} else if (value.length > SHORT || !this.writeShort(value)) {
			this.writeLong(value);
		}
	}

	private writeLong(value: string): void {
		PLAIN_TEXT.lastIndex = 0;
		PLAIN_TEXT.test(value);
		if (PLAIN_TEXT.lastIndex === value.length) {
			this.writeByte(0x22);
			this.encode(value);
			this.writeByte(0x22);
		} else {
			this.encode(JSON.stringify(value));
		}
	}

	/** Writes a string that holds nothing to escape; if it does, nothing is written. */
	private writeShort(value: string): boolean {
		this.makeRoom(3 * value.length + 2);
		const { bytes } = this;
		let at = this.at;
		bytes[at++] = 0x22;
		for (let index = 0; index < value.length; index++) {
			const unit = value.charCodeAt(index);
			if (unit < 0x80) {
				// Letters first, of which there are most.
				if (unit <= 0x5c && (unit < 0x20 || unit === 0x22 || unit === 0x5c)) {
					return false;
				}
				bytes[at++] = unit;
			} else if (unit < 0x800) {
				bytes[at++] = 0xc0 | (unit >> 6);
				bytes[at++] = 0x80 | (unit & 0x3f);
			} else if (unit < 0xd800 || unit > 0xdfff) {
				bytes[at++] = 0xe0 | (unit >> 12);
				bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
				bytes[at++] = 0x80 | (unit & 0x3f);
			} else {
				return false;
			}
		}
		bytes[at++] = 0x22;
		this.at = at;
		return true;
	}

	private encode(text: string): void {
		this.makeRoom(3 * text.length);
		this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
	}

	/** Makes room for so many bytes more. */
	private makeRoom(length: number): void {
		if (this.at + length > this.bytes.length) {
			this.bytes = grow(this.memory, this.at + length);
		}
	}

	private writeObject(value: object): void {
		if (this.ancestors.includes(value)) {
			this.writeAscii(CIRCULAR);
			return;
		}
		let members: string[] | number;
		try {
			const kind = kindOf(value);
			if (kind === ARRAY) {
				members = lengthOf(value);
			} else if (kind === PLAIN || kind === OBJECT) {
				members = Object.keys(value);
			} else {
				this.writeAscii(mark(kind));
				return;
			}
		} catch {
			this.writeAscii(UNREADABLE);
			return;
		}
		if (this.ancestors.length === MAX_DEPTH) {
			this.writeAscii(TOO_DEEP);
			return;
		}
		this.ancestors.push(value);
		if (typeof members === "number") {
			this.writeItems(value as unknown[], members);
		} else {
			this.writeMembers(value as Record<string, unknown>, members);
		}
		this.ancestors.pop();
	}

	private writeItems(items: unknown[], length: number): void {
		const start = this.at;
		for (let index = 0; index < length && !this.isTooLarge(); index++) {
			this.writeByte(COMMA);
			let item: unknown;
			try {
				item = items[index];
			} catch {
				this.writeAscii(UNREADABLE);
				continue;
			}
			this.write(item);
		}
		this.enclose(start, 0x5b, 0x5d);
	}

	private writeMembers(object: Record<string, unknown>, keys: string[]): void {
		const start = this.at;
		for (const key of keys) {
			if (this.isTooLarge()) {
				break;
			}
			let member: unknown;
			let readable = true;
			try {
				member = object[key];
			} catch {
				readable = false;
			}
			if (readable && member === undefined) {
				this.omitted += 1;
				continue;
			}
			this.writeKey(key);
			if (readable) {
				this.write(member);
			} else {
				this.writeAscii(UNREADABLE);
			}
		}
		this.enclose(start, 0x7b, 0x7d);
	}

	/** Writes a key between a comma and a colon. */
	private writeKey(key: string): void {
		const written = KEYS.get(key);
		if (written !== undefined) {
			this.makeRoom(written.length);
			this.bytes.set(written, this.at);
			this.at += written.length;
			return;
		}
		const start = this.at;
		this.writeByte(COMMA);
		this.writeString(key);
		this.writeByte(0x3a);
		if (key.length <= SHORT) {
			if (KEYS.size === MOST_KEYS) {
				KEYS.clear();
			}
			KEYS.set(key, this.bytes.slice(start, this.at));
		}
	}

	/** Puts brackets around what was written since, of which each part begins with a comma. */
	private enclose(start: number, opening: number, closing: number): void {
		if (this.at === start) {
			this.writeByte(opening);
		} else {
			this.bytes[start] = opening;
		}
		this.writeByte(closing);
	}
}
