import type { RequestErrorCode, SignatureErrorCode } from "./generated/membercard.js";
import type { Issue } from "./types.js";

const SHOWN = 3;

/** An input is not valid. */
export class ValidationError extends Error {
	/** What is wrong, and what is doubtful. */
	readonly issues: Issue[];

	constructor(issues: Issue[]) {
		super(summary(issues));
		this.name = "ValidationError";
		this.issues = issues;
	}
}

/** Why a request could not be signed. */
export type SigningErrorCode =
	/** The signer failed: see `cause`. */
	| "signer_failed"
	/** What was given is neither text nor bytes. */
	| "no_signature"
	/** What is wrong with the signature. */
	| SignatureErrorCode
	/** What is wrong with the request, whose data were changed. */
	| RequestErrorCode;

/** The signer failed, or gave no signature. */
export class SigningError extends Error {
	/** Why: a stable name to branch on. */
	readonly code: SigningErrorCode;
	/** What the signer threw, or what is wrong with its signature. */
	override readonly cause: unknown;

	constructor(message: string, cause?: unknown, code: SigningErrorCode = "signer_failed") {
		super(message);
		this.name = "SigningError";
		this.code = code;
		this.cause = cause;
	}
}

function summary(issues: Issue[]): string {
	const errors = issues.filter((issue) => issue.severity === "error");
	const shown = errors.slice(0, SHOWN).map(({ pointer, message }) => `${pointer || "/"}: ${message}`);
	const more = errors.length - shown.length;
	return [
		"The membership-card update is not valid",
		...shown,
		...(more > 0 ? [`… and ${more} more`] : []),
	].join("\n");
}
