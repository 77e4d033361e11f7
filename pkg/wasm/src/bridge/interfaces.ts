/** Where in a payload something is. */
export interface Place {
	path: (string | number)[];
	/** The same as a JSON pointer (RFC 6901). */
	pointer: string;
}

/** What issues are told apart by, and the names of their parameters. */
export interface Code {
	readonly code: IssueCode;
	readonly parameters: readonly string[];
}

/** What records are read from. */
export interface Source {
	number(): number;
	/** A whole number of up to 64 bits. */
	integer(): number;
	text(): string;
	bytes(): Uint8Array;
	/** What is written as JSON text. */
	json(): unknown;
	place(): Place;
	code(): Code;
	/** The parameters of an issue of that code. */
	params(code: Code): Issue["params"];
	/** Parameters of what has no place in the string table. */
	namedParams(): Refusal["params"];
	/** The names and values of headers. */
	headers(): Record<string, string>;
	/** As many things as the next number says. */
	list<T>(read: (from: Source) => T): T[];
}

/** What records are written to. */
export interface Sink {
	number(number: number): void;
	/** A whole number of up to 64 bits. */
	integer(number: number): void;
	text(text: string): void;
	bytes(bytes: Uint8Array): void;
	path(path: readonly (string | number)[]): void;
	/** The number of things, and each. */
	list<T>(items: readonly T[], write: (to: Sink, item: T) => void): void;
}
