import type { Code, Place } from "../generated/records.js";
import { type Keys, keysOf } from "./value-keys.js";

/** Strings that occur often: responses hold an index of this table instead. */
export class StringTable {
	/** The package version of the module. */
	readonly version: string;
	/** The name of one endpoint of the module. */
	readonly api: string;
	/** The lines of each kind. They are split when first used. */
	readonly #kinds: readonly string[];
	#codes: readonly Code[] | undefined;
	#places: readonly Place[] | undefined;
	#enumerations: readonly string[][] | undefined;
	#keys: Keys | undefined;

	/** Reads the response of the module's `start`. */
	constructor(text: string) {
		const [module, ...kinds] = text.split("\n\n") as [string, ...string[]];
		[this.version, this.api] = module.split(" ") as [string, string];
		this.#kinds = kinds;
	}

	/** A code, with the names of its parameters. */
	code(place: number): Code {
		this.#codes ??= this.#words(0).map(([code, ...parameters]) => ({ code, parameters }) as Code);
		return this.#codes[place] as Code;
	}

	/** The payload (0), or a field (from 1). */
	place(place: number): Place {
		this.#places ??= [[], ...this.#words(1)].map((path) => ({ path, pointer: path.map(step).join("") }));
		return this.#places[place] as Place;
	}

	/** The values of an enumeration. */
	enumeration(place: number): readonly string[] {
		this.#enumerations ??= this.#words(2);
		return this.#enumerations[place] as string[];
	}

	/** The keys of a payload. */
	get keys(): Keys {
		this.#keys ??= keysOf(this.#words(3));
		return this.#keys;
	}

	#words(kind: number): string[][] {
		const lines = (this.#kinds[kind] as string).trim().split("\n");
		return lines.map((line) => line.trim().split(" "));
	}
}

/** A key or an index as a step of a JSON pointer (RFC 6901). */
export function step(step: string | number): string {
	const isPlain = typeof step === "number" || !(step.includes("/") || step.includes("~"));
	return `/${isPlain ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
