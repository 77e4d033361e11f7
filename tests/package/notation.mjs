import { readFileSync } from "node:fs";
import { instance } from "../../pkg/build/bridge/core.js";
import { writeValue } from "../../pkg/build/bridge/write-value.js";
import { FIRST_FIELD, KEYED, NEXT_FIELD, TEXT_LENGTH } from "../../pkg/build/generated/records.js";
import { initSync } from "../../pkg/build/hosts/init.js";

initSync(readFileSync(new URL("../../pkg/dist/membercard.wasm", import.meta.url)));

/** The meaning of the lowest four bits of a word, in the order of the core's `Word`. */
const WORDS = "null false true number text foreign array object end key".split(" ");
/** The bits of a word with the name of the value. */
const NAME = TEXT_LENGTH - NEXT_FIELD;

/** Any value as the package encodes it for the module. */
export function writtenValue(value) {
	const { words, start, end, text } = writeValue(value);
	const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
	return { words: [...words.subarray(start, end)], units };
}

/** The same as readable text: JSON with `U+0001 KIND U+0001` for each value that JSON cannot represent. */
export function notation(value) {
	return new Rendering(writeValue(value)).whole();
}

class Rendering {
	#at = 0;
	#textAt = 0;
	#words;
	#text;

	constructor({ words, start, end, text }) {
		this.#words = words.subarray(start, end);
		this.#text = text;
	}

	whole() {
		const text = this.#value(this.#next(), instance().strings.keys);
		if (this.#at !== this.#words.length || this.#textAt !== this.#text.length) {
			throw new Error("there are words or texts behind the value");
		}
		return text;
	}

	#next() {
		return this.#words[this.#at++];
	}

	#textOf(word) {
		const start = this.#textAt;
		this.#textAt += Math.floor(word / TEXT_LENGTH);
		return this.#text.slice(start, this.#textAt);
	}

	#value(word, keys) {
		const text = this.#textOf(word);
		const kind = WORDS[word & 15];
		switch (kind) {
			case "number":
				return text;
			case "text":
				return JSON.stringify(text);
			case "foreign":
				return `\u0001${text}\u0001`;
			case "array":
				return `[${this.#inside((item) => this.#value(item, keys.items ?? {}))}]`;
			case "object":
				return `{${this.#inside((member) => this.#member(member, keys.members ?? new Map()))}}`;
			default:
				return kind;
		}
	}

	#inside(render) {
		const parts = [];
		for (let word = this.#next(); WORDS[word & 15] !== "end"; word = this.#next()) {
			parts.push(render(word));
		}
		return parts.join(",");
	}

	#member(word, known) {
		if (WORDS[word & 15] === "key") {
			const key = JSON.stringify(this.#textOf(word));
			const value = this.#next();
			if ((value & NAME) !== KEYED) {
				throw new Error(`the value behind the key ${key} is called something else`);
			}
			return `${key}:${this.#value(value, {})}`;
		}
		const position = ((word & NAME) - FIRST_FIELD) / NEXT_FIELD;
		const [key, { keys }] = [...known][position];
		return `${JSON.stringify(key)}:${this.#value(word, keys)}`;
	}
}
