import type { RequestErrorCode, SignatureErrorCode } from "../generated/membercard.js";

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
