import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import type { Locale, RequestErrorCode, SignatureErrorCode } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { type SigningFailure, writeSigningFailure } from "../generated/records.js";
import { classNameOf, reasonOf } from "../runtime/describe.js";

/** Codes of signing errors. */
export type SigningErrorCode =
	/** The signer failed: see `cause`. */
	| "signer_failed"
	/** The signature is neither text nor bytes. */
	| "no_signature"
	/** The signature is wrong. */
	| SignatureErrorCode
	/** The data of the request were changed. */
	| RequestErrorCode;

/** The signer failed, or returned no valid signature. */
export class SigningError extends Error {
	/** The reason: a stable code. */
	readonly code: SigningErrorCode;
	/** What the signer threw, or the problem of its signature. */
	override readonly cause: unknown;

	constructor(code: SigningErrorCode, message: string, cause?: unknown) {
		super(message);
		this.name = "SigningError";
		this.code = code;
		this.cause = cause;
	}
}

/** The error for a signer that failed. */
export function signerFailed(cause: unknown, locale: Locale): SigningError {
	const message = messageFor("signer_failed", { isNoSignature: false, reason: reasonOf(cause), locale });
	return new SigningError("signer_failed", message, cause);
}

/** The error for a value that is neither text nor bytes. Of an object it contains names only. */
export function noSignature(value: unknown, locale: Locale): SigningError {
	const failure = { isNoSignature: true, typeName: typeName(value), member: signatureIn(value), locale };
	return new SigningError("no_signature", messageFor("no_signature", failure));
}

/** The module's message; the code alone if the module fails. */
function messageFor(code: SigningErrorCode, failure: SigningFailure): string {
	try {
		const input = encode((to) => writeSigningFailure(to, failure));
		return textOf(core().signing_failed(writeInput(input)));
	} catch {
		return code;
	}
}

/** Never throws. */
function typeName(value: unknown): string {
	if (typeof value !== "object" || value === null) {
		return value === null ? "null" : typeof value;
	}
	return isThenable(value) ? "Promise" : classNameOf(value) || "Object";
}

function isThenable(value: object): boolean {
	try {
		return typeof (value as PromiseLike<unknown>).then === "function";
	} catch {
		return false;
	}
}

const HOLDS_SIGNATURE = /^\w*sign\w*$/i;

/** The name of a member that may hold the signature, if any. Never throws. */
function signatureIn(value: unknown): string | undefined {
	try {
		return Object.keys(value ?? {}).find((name) => HOLDS_SIGNATURE.test(name));
	} catch {
		return undefined;
	}
}
