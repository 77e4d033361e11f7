/**
 * Writes JavaScript values down for the module, which so neither parses texts nor searches for keys: each value is a
 * word, and all texts are one. `src/json/host_value.rs` of the core tells what the words mean.
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

/** The most words, and the most code units of texts: more would be more bytes of JSON text than the module takes. */
const MOST = MAX_BYTES;
/** As many words as many updates have, which share the memory if they are kept. */
const SHARED = 2048;
/** Memory for more is not used again. */
const MOST_KEPT = 64 * 1024;

/** What the whole and the items of an array are called. */
const UNNAMED = 0;

/** Why a value is not written that is too large. */
const SIZE = "!size";

/** What stands for a value that is too large, whatever it is. */
export const TOO_LARGE: WrittenValue = {
	words: Uint32Array.of(Word.NonJson | (SIZE.length * TEXT_LENGTH)),
	start: 0,
	end: 1,
	text: SIZE,
};

const { hasOwnProperty: hasOwn } = Object.prototype;

/** The writer that nobody writes with at the moment. */
let spare: Writer | undefined;

/**
 * Writes any JavaScript value down. The memory is overwritten by the next value unless it is kept.
 *
 * Instances of classes are read as plain objects are, by their own enumerable members. It calls getters and proxy traps
 * of the value, and `toISOString` of date objects, but never `toJSON` or `valueOf`, does not throw, and stops when the
 * value is too large.
 */
export function writeValue(value: unknown): WrittenValue {
	const { keys } = instance().strings;
	const writer = spare ?? new Writer();
	// A getter may have something else validated meanwhile, which takes another writer.
	spare = undefined;
	const written = writer.written(value, keys);
	spare = writer;
	return written;
}

/** Writes any JavaScript value down, to keep. */
export function keptValue(value: unknown): WrittenValue {
	const written = writeValue(value);
	keepWritten(written);
	return written;
}

/** Keeps the value that was written last. */
export function keepWritten(written: WrittenValue): void {
	spare?.keep(written);
}

class Writer {
	private words = new Uint32Array(SHARED);
	/** Where the value begins: behind those that are kept. */
	private start = 0;
	private at = 0;
	private text = "";
	/** Members that were left out: they cost time, but nothing is written. */
	private omitted = 0;
	private readonly ancestors: object[] = [];

	/** The value, in memory that is overwritten by the next one. */
	written(value: unknown, keys: Keys): WrittenValue {
		if (this.words.length > MOST_KEPT) {
			this.words = new Uint32Array(SHARED);
			this.start = 0;
		}
		this.at = this.start;
		this.text = "";
		this.omitted = 0;
		try {
			this.write(value, UNNAMED, keys);
		} catch {
			this.ancestors.length = 0;
			this.fail("!unreadable"); // The stack is exhausted.
		}
		if (this.isTooLarge()) {
			this.fail(SIZE);
		}
		const { words, start, at: end, text } = this;
		// The writer holds on to nothing that it does not need.
		this.text = "";
		return { words, start, end, text };
	}

	/** The next value is written behind this one. */
	keep({ words, end }: WrittenValue): void {
		if (words === this.words) {
			this.start = end;
		}
	}

	private isTooLarge(): boolean {
		return this.at - this.start > MOST || this.text.length > MOST || this.omitted > MOST;
	}

	/** Says only why there is no value. */
	private fail(reason: string): void {
		this.at = this.start;
		this.text = "";
		this.foreign(reason, UNNAMED);
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
				this.foreign(typeof value, name);
		}
	}

	private foreign(kind: string, name: number): void {
		this.word(Word.NonJson | name, kind);
	}

	private word(word: number, text: string): void {
		if (text.length > MOST) {
			this.omitted = MOST + 1;
			return;
		}
		this.put(word | (text.length * TEXT_LENGTH));
		this.text += text;
	}

	private put(word: number): void {
		if (this.at === this.words.length) {
			this.grow();
		}
		this.words[this.at++] = word;
	}

	/** Goes on in memory of its own. */
	private grow(): void {
		const words = new Uint32Array(Math.max(2 * (this.at - this.start), SHARED));
		words.set(this.words.subarray(this.start, this.at));
		this.words = words;
		this.at -= this.start;
		this.start = 0;
	}

	private object(value: object, name: number, keys: Keys): void {
		if (this.ancestors.includes(value)) {
			this.foreign("!circular", name);
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
			this.foreign("!unreadable", name);
			return;
		}
		if (kind !== PLAIN && kind !== ARRAY && kind !== OBJECT) {
			this.foreign(kind, name);
			return;
		}
		if (this.ancestors.length === MAX_DEPTH) {
			this.foreign("!depth", name);
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
				this.foreign("!unreadable", UNNAMED);
				continue;
			}
			this.write(item, UNNAMED, keys);
		}
	}

	/** Writes an object that inherits nothing of its own. Engines read its members fastest in a loop over its keys. */
	private plainObject(object: Record<string, unknown>, name: number, { members: known }: Keys): void {
		const { text } = this;
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
			// It is a proxy that does not tell its keys.
			this.at = this.start + begins;
			this.text = text;
			this.foreign("!unreadable", name);
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
			this.foreign("!unreadable", name);
		}
	}
}
