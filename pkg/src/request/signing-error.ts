import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import type { Locale, RequestErrorCode, SignatureErrorCode } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { type SigningFailure, writeSigningFailure } from "../generated/records.js";
import { classNameOf, reasonOf } from "../runtime/describe.js";

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

	constructor(code: SigningErrorCode, message: string, cause?: unknown) {
		super(message);
		this.name = "SigningError";
		this.code = code;
		this.cause = cause;
	}
}

/** The error of a signer that failed, whatever it threw. */
export function signerFailed(cause: unknown, locale: Locale): SigningError {
	const message = messageFor("signer_failed", { isNoSignature: false, reason: reasonOf(cause), locale });
	return new SigningError("signer_failed", message, cause);
}

/** The error of a value that is neither text nor bytes. Of an object, only names are told. */
export function noSignature(value: unknown, locale: Locale): SigningError {
	const failure = { isNoSignature: true, typeName: typeName(value), member: signatureIn(value), locale };
	return new SigningError("no_signature", messageFor("no_signature", failure));
}

/** The module's words. Whatever keeps it from giving any, the error is a SigningError: its code says why. */
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

/** The name of a member that may be the signature, if there is one. Never throws. */
function signatureIn(value: unknown): string | undefined {
	try {
		return Object.keys(value ?? {}).find((name) => HOLDS_SIGNATURE.test(name));
	} catch {
		return undefined;
	}
}
