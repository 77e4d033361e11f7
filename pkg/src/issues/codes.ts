import { core } from "../core.js";
import { answeredText } from "../mailbox.js";
import type { IssueCode } from "../types.js";

/** What the module calls a code, and the names of its parameters. */
export type Code = readonly [name: IssueCode, ...parameters: string[]];

let catalogue: readonly Code[] | undefined;

/** Whether the codes are at hand, so that the module need not be asked. */
export function areKnown(): boolean {
	return catalogue !== undefined;
}

/** The codes, in the order of the module's catalogue. The answer before must have been taken. */
export function codes(): readonly Code[] {
	catalogue ??= answeredText(core().issue_codes())
		.trim()
		.split("\n")
		.map((line) => line.split(" ") as unknown as Code);
	return catalogue;
}
