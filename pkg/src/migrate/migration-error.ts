import type { MigrationErrorCode } from "../generated/card-member/membercard.js";

export type { MigrationErrorCode } from "../generated/card-member/membercard.js";

/** A card could not be migrated. Its message is in the language that was asked for. */
export class MigrationError extends Error {
	/** Why: a stable name to branch on. */
	readonly code: MigrationErrorCode;

	constructor(message: string, code: MigrationErrorCode) {
		super(message);
		this.name = "MigrationError";
		this.code = code;
	}
}
