import type { Refusal } from "../generated/membercard.js";
import { type Code, PARAM_KINDS, ParamKind, type Place, type Source } from "../generated/records.js";
import { type StringTable, step } from "./string-table.js";
import type { Issue } from "./types.js";

type Param = string | number | boolean | string[];

/** Reads a response from its beginning. The next call overwrites it, so read all of it first. */
export class Reader implements Source {
	/** The index of the next text. */
	private textAt = 0;

	/** Reads `texts`, and `numbers` from the index `at` on. */
	constructor(
		private readonly texts: string,
		private readonly numbers: Uint32Array,
		private at: number,
		private readonly strings: StringTable,
	) {}

	number(): number {
		return this.numbers[this.at++] as number;
	}

	integer(): number {
		const lower = this.number();
		return (this.number() | 0) * 2 ** 32 + lower;
	}

	text(): string {
		return this.take(this.number());
	}

	bytes(): Uint8Array {
		const length = this.number();
		const start = this.numbers.byteOffset + this.at * Uint32Array.BYTES_PER_ELEMENT;
		this.at += Math.ceil(length / Uint32Array.BYTES_PER_ELEMENT);
		return new Uint8Array(this.numbers.buffer, start, length).slice();
	}

	json(): unknown {
		return JSON.parse(this.text());
	}

	list<T>(read: (from: Source) => T): T[] {
		const things: T[] = [];
		for (let left = this.number(); left > 0; left--) {
			things.push(read(this));
		}
		return things;
	}

	headers(): Record<string, string> {
		return Object.fromEntries(this.list((from) => [from.text(), from.text()]));
	}

	code(): Code {
		return this.strings.code(this.number());
	}

	params({ parameters }: Code): Issue["params"] {
		const params: Record<string, Param> = {};
		for (let left = this.number(); left > 0; left--) {
			const head = this.number();
			params[parameters[Math.floor(head / PARAM_KINDS)] as string] = this.param(head % PARAM_KINDS);
		}
		return params as Issue["params"];
	}

	namedParams(): Refusal["params"] {
		const params: Record<string, Param> = {};
		for (let left = this.number(); left > 0; left--) {
			const name = this.text();
			params[name] = this.param(this.number());
		}
		return params as Refusal["params"];
	}

	place(): Place {
		const start = this.strings.place(this.number());
		const path = start.path.slice();
		let { pointer } = start;
		for (let left = this.number(); left > 0; left--) {
			const head = this.number();
			const next = head & 1 ? this.take(head >>> 1) : head >>> 1;
			path.push(next);
			pointer += step(next);
		}
		return { path, pointer };
	}

	private param(kind: ParamKind): Param {
		switch (kind) {
			case ParamKind.Text:
				return this.text();
			case ParamKind.Integer:
				return this.integer();
			case ParamKind.Boolean:
				return this.number() === 1;
			case ParamKind.List:
				return this.list((from) => from.text());
			case ParamKind.Choices:
				return [...this.strings.enumeration(this.number())];
		}
	}

	private take(length: number): string {
		this.textAt += length;
		return this.texts.slice(this.textAt - length, this.textAt);
	}
}
