import type { MigrationErrorCode } from "../generated/card-member/membercard.js";

export type { MigrationErrorCode } from "../generated/card-member/membercard.js";

/** A card could not be migrated. The message is in the requested language. */
export class MigrationError extends Error {
	/** The reason: a stable code. */
	readonly code: MigrationErrorCode;

	constructor(message: string, code: MigrationErrorCode) {
		super(message);
		this.name = "MigrationError";
		this.code = code;
	}
}
