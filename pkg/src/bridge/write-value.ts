/**
 * Encodes JavaScript values for the module, so that it neither parses text nor looks up keys: each value is a word, and
 * all texts form one. `src/json/host_value.rs` of the core describes the words.
 */

import {
	FIRST_FIELD,
	KEYED,
	MAX_BYTES,
	MAX_DEPTH,
	NEXT_FIELD,
	TEXT_LENGTH,
	Word,
} from "../generated/records.js";
import { instance } from "./core.js";
import { type Keys, NO_KEYS } from "./value-keys.js";
import { ARRAY, kindOf, lengthOf, OBJECT, PLAIN } from "./value-kind.js";
import type { WrittenValue } from "./written-value.js";

/** The most words, and the most UTF-16 code units. Beyond that the JSON text would exceed the module's limit. */
const MAX_SIZE = MAX_BYTES;
/** Enough words for many updates, which share the memory if they are kept. */
const INITIAL_WORDS = 2048;
/** Larger memory is not reused. */
const MAX_KEPT_WORDS = 64 * 1024;

/** The name of the root value and of array items. */
const UNNAMED = 0;

/** The kind of a value that is too large. */
const TOO_LARGE_KIND = "!size";

/** Replaces a value that is too large. */
export const TOO_LARGE: WrittenValue = {
	words: Uint32Array.of(Word.NonJson | (TOO_LARGE_KIND.length * TEXT_LENGTH)),
	start: 0,
	end: 1,
	text: TOO_LARGE_KIND,
};

const { hasOwnProperty: hasOwn } = Object.prototype;

/** The writer that is not in use. */
let spare: Writer | undefined;

/**
 * Encodes any JavaScript value. The next value overwrites the memory unless it is kept.
 *
 * Class instances are read like plain objects: by their own enumerable members. It calls getters, proxy traps, and
 * `toISOString` of date objects, but never `toJSON` or `valueOf`. It does not throw, and stops when the value is too
 * large.
 */
export function writeValue(value: unknown): WrittenValue {
	const { keys } = instance().strings;
	const writer = spare ?? new Writer();
	// A getter may validate something else, which takes another writer.
	spare = undefined;
	const written = writer.written(value, keys);
	spare = writer;
	return written;
}

/** Encodes any JavaScript value, and keeps it. */
export function writeValueToKeep(value: unknown): WrittenValue {
	const written = writeValue(value);
	keepWrittenValue(written);
	return written;
}

/** Keeps the last value. */
export function keepWrittenValue(written: WrittenValue): void {
	spare?.keep(written);
}

class Writer {
	private words = new Uint32Array(INITIAL_WORDS);
	/** Where the value begins, after the values that are kept. */
	private start = 0;
	private at = 0;
	private text = "";
	/** The length of `text`, counted: engines are slow to tell the length of strings of many internal kinds. */
	private length = 0;
	/** Members that were left out. They are counted because reading them takes time. */
	private omitted = 0;
	private readonly ancestors: object[] = [];

	/** Encodes a value, in memory that the next one overwrites. */
	written(value: unknown, keys: Keys): WrittenValue {
		if (this.words.length > MAX_KEPT_WORDS) {
			this.words = new Uint32Array(INITIAL_WORDS);
			this.start = 0;
		}
		this.clear();
		this.omitted = 0;
		try {
			this.write(value, UNNAMED, keys);
		} catch {
			this.ancestors.length = 0;
			this.fail("!unreadable"); // Stack overflow.
		}
		if (this.isTooLarge()) {
			this.fail(TOO_LARGE_KIND);
		}
		const { words, start, at: end, text } = this;
		// Release the text.
		this.text = "";
		return { words, start, end, text };
	}

	/** Keeps a value: the next one is written after it. */
	keep({ words, end }: WrittenValue): void {
		if (words === this.words) {
			this.start = end;
		}
	}

	private isTooLarge(): boolean {
		return this.at - this.start > MAX_SIZE || this.length > MAX_SIZE || this.omitted > MAX_SIZE;
	}

	private clear(): void {
		this.at = this.start;
		this.text = "";
		this.length = 0;
	}

	/** Replaces the value with the reason why it could not be encoded. */
	private fail(reason: string): void {
		this.clear();
		this.nonJson(reason, UNNAMED);
	}

	private write(value: unknown, name: number, keys: Keys): void {
		switch (typeof value) {
			case "string":
				this.word(Word.Text | name, value);
				break;
			case "number":
				this.word((Number.isFinite(value) ? Word.Number : Word.NonJson) | name, String(value));
				break;
			case "boolean":
				this.put((value ? Word.True : Word.False) | name);
				break;
			case "object":
				if (value === null) {
					this.put(Word.Null | name);
				} else {
					this.object(value, name, keys);
				}
				break;
			default:
				this.nonJson(typeof value, name);
		}
	}

	private nonJson(kind: string, name: number): void {
		this.word(Word.NonJson | name, kind);
	}

	private word(word: number, text: string): void {
		const { length } = text;
		if (length > MAX_SIZE) {
			this.omitted = MAX_SIZE + 1;
			return;
		}
		this.put(word | (length * TEXT_LENGTH));
		this.text += text;
		this.length += length;
	}

	private put(word: number): void {
		if (this.at === this.words.length) {
			this.grow();
		}
		this.words[this.at++] = word;
	}

	/** Continues in new, larger memory. */
	private grow(): void {
		const words = new Uint32Array(Math.max(2 * (this.at - this.start), INITIAL_WORDS));
		words.set(this.words.subarray(this.start, this.at));
		this.words = words;
		this.at -= this.start;
		this.start = 0;
	}

	private object(value: object, name: number, keys: Keys): void {
		if (this.ancestors.includes(value)) {
			this.nonJson("!circular", name);
			return;
		}
		let kind: string;
		let length = 0;
		let names: string[] | undefined;
		try {
			kind = kindOf(value);
			if (kind === ARRAY) {
				length = lengthOf(value);
			} else if (kind === OBJECT) {
				names = Object.keys(value);
			}
		} catch {
			this.nonJson("!unreadable", name);
			return;
		}
		if (kind !== PLAIN && kind !== ARRAY && kind !== OBJECT) {
			this.nonJson(kind, name);
			return;
		}
		if (this.ancestors.length === MAX_DEPTH) {
			this.nonJson("!depth", name);
			return;
		}
		this.ancestors.push(value);
		if (kind === ARRAY) {
			this.put(Word.Array | name);
			this.items(value as unknown[], length, keys.items ?? NO_KEYS);
			this.put(Word.End);
		} else if (names === undefined) {
			this.plainObject(value as Record<string, unknown>, name, keys);
		} else {
			this.put(Word.Object | name);
			this.members(value as Record<string, unknown>, names, keys);
			this.put(Word.End);
		}
		this.ancestors.pop();
	}

	private items(items: unknown[], length: number, keys: Keys): void {
		for (let index = 0; index < length && !this.isTooLarge(); index++) {
			let item: unknown;
			try {
				item = items[index];
			} catch {
				this.nonJson("!unreadable", UNNAMED);
				continue;
			}
			this.write(item, UNNAMED, keys);
		}
	}

	/** Writes a plain object. `for…in` is the fastest way to read its members. */
	private plainObject(object: Record<string, unknown>, name: number, { members: known }: Keys): void {
		const { text, length } = this;
		const begins = this.at - this.start;
		let isInMember = false;
		this.put(Word.Object | name);
		try {
			for (const key in object) {
				if (!hasOwn.call(object, key)) {
					continue;
				}
				if (this.isTooLarge()) {
					break;
				}
				isInMember = true;
				this.memberOf(object, key, known);
				isInMember = false;
			}
		} catch (error) {
			if (isInMember) {
				throw error;
			}
			// It is a proxy whose keys cannot be read.
			this.at = this.start + begins;
			this.text = text;
			this.length = length;
			this.nonJson("!unreadable", name);
			return;
		}
		this.put(Word.End);
	}

	private members(object: Record<string, unknown>, names: string[], { members: known }: Keys): void {
		for (const key of names) {
			if (this.isTooLarge()) {
				break;
			}
			this.memberOf(object, key, known);
		}
	}

	private memberOf(object: Record<string, unknown>, key: string, known: Keys["members"]): void {
		let member: unknown;
		let isReadable = true;
		try {
			member = object[key];
		} catch {
			isReadable = false;
		}
		this.member(key, member, isReadable, known);
	}

	private member(key: string, member: unknown, isReadable: boolean, known: Keys["members"]): void {
		if (isReadable && member === undefined) {
			this.omitted += 1;
			return;
		}
		const field = known?.get(key);
		let name: number = KEYED;
		if (field === undefined) {
			this.word(Word.Key, key);
		} else {
			name = FIRST_FIELD + field.position * NEXT_FIELD;
		}
		if (isReadable) {
			this.write(member, name, field?.keys ?? NO_KEYS);
		} else {
			this.nonJson("!unreadable", name);
		}
	}
}
