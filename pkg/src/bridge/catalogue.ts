import { core } from "./core.js";
import { answeredText } from "./mailbox.js";
import type { IssueCode } from "./types.js";

/** Where in a payload something is. */
export interface Place {
	path: (string | number)[];
	/** The same as a JSON pointer (RFC 6901). */
	pointer: string;
}

/** What the module calls a code, and the names of its parameters. */
export type Code = readonly [name: IssueCode, ...parameters: string[]];

/** What recurs in answers, which tell it by its place. */
export interface Catalogue {
	readonly codes: readonly Code[];
	/** The whole payload, and the fields with a fixed place. */
	readonly places: readonly Place[];
	/** The values of each enumeration. */
	readonly enumerations: readonly string[][];
}

let known: Catalogue | undefined;

/** Whether the catalogue is at hand, so that the module need not be asked. */
export function isKnown(): boolean {
	return known !== undefined;
}

/** The module's catalogue. The answer before must have been taken. */
export function catalogue(): Catalogue {
	known ??= read(answeredText(core().catalogue()));
	return known;
}

function read(text: string): Catalogue {
	const lines = (part: string) =>
		part
			.trim()
			.split("\n")
			.map((line) => line.trim().split(" "));
	const [codes, paths, enumerations] = text.split("\n\n").map(lines) as [string[][], string[][], string[][]];
	const places = paths.map((path) => ({ path, pointer: `/${path.join("/")}` }));
	return {
		codes: codes as unknown as Code[],
		places: [{ path: [], pointer: "" }, ...places],
		enumerations,
	};
}
