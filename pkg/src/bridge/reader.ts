import { type Catalogue, type Code, catalogue, isKnown, type Place } from "./catalogue.js";
import { answeredNumbers, answeredText } from "./mailbox.js";

/**
 * Reads an answer of the module, whose text is that long, from its beginning: numbers, and the texts that they tell the
 * lengths of.
 */
export class Reader {
	private readonly answer: string;
	private readonly numbers: Uint32Array;
	private readonly catalogue: Catalogue;
	/** The place of the next number, and of the next text. */
	private at = 0;
	private textAt = 0;

	constructor(length: number) {
		this.answer = answeredText(length);
		const numbers = answeredNumbers();
		// The first time, the catalogue comes as an answer of its own, which overwrites this one.
		this.numbers = isKnown() ? numbers : numbers.slice();
		this.catalogue = catalogue();
	}

	number(): number {
		return this.numbers[this.at++] as number;
	}

	/** A number that may be negative. */
	signed(): number {
		return this.number() | 0;
	}

	/** A whole number of up to 64 bits. */
	integer(): number {
		const lower = this.number();
		return this.signed() * 2 ** 32 + lower;
	}

	/** A number, if there is one. */
	optionalNumber(): number | undefined {
		const number = this.number();
		return number === 0 ? undefined : number - 1;
	}

	text(): string {
		return this.take(this.number());
	}

	/** A text, if there is one. */
	optional(): string | undefined {
		const number = this.number();
		return number === 0 ? undefined : this.take(number - 1);
	}

	/** The code of an issue, with the names of its parameters. */
	code(): Code {
		return this.catalogue.codes[this.number()] as Code;
	}

	/** As many things as the next number says. */
	list<T>(read: (reader: Reader, index: number) => T): T[] {
		const things: T[] = [];
		const length = this.number();
		for (let index = 0; index < length; index++) {
			things.push(read(this, index));
		}
		return things;
	}

	/** The values of an enumeration. */
	choices(): string[] {
		return [...(this.catalogue.enumerations[this.number()] as string[])];
	}

	place(): Place {
		const fixed = this.catalogue.places[this.number()] as Place;
		const path = [...fixed.path];
		let { pointer } = fixed;
		for (let left = this.number(); left > 0; left--) {
			const step = this.step();
			path.push(step);
			pointer += `/${typeof step === "string" ? escaped(step) : step}`;
		}
		return { path, pointer };
	}

	private step(): string | number {
		const step = this.number();
		return step & 1 ? this.take(step >>> 1) : step >>> 1;
	}

	private take(length: number): string {
		this.textAt += length;
		return this.answer.slice(this.textAt - length, this.textAt);
	}
}

/** A key as a step of a JSON pointer (RFC 6901). */
function escaped(key: string): string {
	return key.includes("/") || key.includes("~") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
