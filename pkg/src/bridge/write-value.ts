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
import { type Keys, knownKeys } from "./value-keys.js";
import { ARRAY, kindOf, lengthOf, OBJECT } from "./value-kind.js";
import type { WrittenValue } from "./written-value.js";

/** The most words, and the most code units of texts: more would be more bytes of JSON text than the module takes. */
const MOST = MAX_BYTES;
/** As many words as many updates have, which share the memory if they are kept. */
const SHARED = 2048;

/** What the whole and the items of an array are called. */
const UNNAMED = 0;

const NO_KEYS: Keys = {};

/** Memory that nobody writes to at the moment, and how much of it is kept. */
let spare: Uint32Array | undefined;
let used = 0;

/**
 * Writes any JavaScript value down. The memory is overwritten by the next value unless it is kept.
 *
 * Instances of classes are read as plain objects are, by their own enumerable members. It calls getters and proxy traps
 * of the value, and `toISOString` of date objects, but never `toJSON` or `valueOf`, does not throw, and stops when the
 * value is too large.
 */
export function writeValue(value: unknown): WrittenValue {
	const keys = knownKeys();
	const words = spare ?? new Uint32Array(SHARED);
	const start = spare === undefined ? 0 : used;
	// A getter may have something else validated meanwhile, which takes other memory.
	spare = undefined;
	const writer = new Writer(words, start);
	try {
		writer.write(value, UNNAMED, keys);
	} catch {
		writer.fail("!unreadable"); // The stack is exhausted.
	}
	if (writer.isTooLarge()) {
		writer.fail("!size");
	}
	spare = writer.words;
	used = writer.start;
	return { words: spare, start: used, end: writer.at, text: writer.text };
}

/** Keeps the value that was written last. */
export function keepWritten({ words, end }: WrittenValue): void {
	if (words === spare) {
		used = end;
	}
}

class Writer {
	at: number;
	text = "";
	/** Members that were left out: they cost time, but nothing is written. */
	private omitted = 0;
	private readonly ancestors: object[] = [];

	constructor(
		public words: Uint32Array,
		public start: number,
	) {
		this.at = start;
	}

	isTooLarge(): boolean {
		return this.at - this.start > MOST || this.text.length > MOST || this.omitted > MOST;
	}

	/** Says only why there is no value. */
	fail(reason: string): void {
		this.at = this.start;
		this.text = "";
		this.foreign(reason, UNNAMED);
	}

	write(value: unknown, name: number, keys: Keys): void {
		switch (typeof value) {
			case "string":
				this.word(Word.Text | name, value);
				break;
			case "number":
				this.word((Number.isFinite(value) ? Word.Number : Word.Foreign) | name, String(value));
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
		this.word(Word.Foreign | name, kind);
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
		let members: string[] | number;
		try {
			const kind = kindOf(value);
			if (kind === OBJECT) {
				members = Object.keys(value);
			} else if (kind === ARRAY) {
				members = lengthOf(value);
			} else {
				this.foreign(kind, name);
				return;
			}
		} catch {
			this.foreign("!unreadable", name);
			return;
		}
		if (this.ancestors.length === MAX_DEPTH) {
			this.foreign("!depth", name);
			return;
		}
		this.ancestors.push(value);
		if (typeof members === "number") {
			this.put(Word.Array | name);
			this.items(value as unknown[], members, keys.items ?? NO_KEYS);
		} else {
			this.put(Word.Object | name);
			this.members(value as Record<string, unknown>, members, keys);
		}
		this.put(Word.End);
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

	private members(object: Record<string, unknown>, names: string[], { members: known }: Keys): void {
		for (const key of names) {
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
			const field = known?.get(key);
			let name: number = KEYED;
			if (field === undefined) {
				this.word(Word.Key, key);
			} else {
				name = FIRST_FIELD + field.position * NEXT_FIELD;
			}
			if (readable) {
				this.write(member, name, field?.keys ?? NO_KEYS);
			} else {
				this.foreign("!unreadable", name);
			}
		}
	}
}
