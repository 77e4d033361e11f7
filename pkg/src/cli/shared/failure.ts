import type { Words } from "./words.js";

/** The program cannot do what it was asked for, for a reason that its user can do something about. */
export class Failure extends Error {
	constructor(
		readonly words: Words,
		/** What may help. */
		readonly hint?: Words,
	) {
		super(words.en);
		this.name = "Failure";
	}
}

/** The command line is wrong. */
export class UsageError extends Failure {}
