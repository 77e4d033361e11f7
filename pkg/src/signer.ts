import { isUint8Array } from "./bytes.js";
import { SigningError } from "./errors.js";
import type { PreparedRequest } from "./prepared-request.js";

/** A signature: base64, or its bytes. */
export type Signature = string | Uint8Array;

/** Signs the message, in this process or elsewhere. */
export type Signer = (message: Uint8Array, request: PreparedRequest) => Signature | Promise<Signature>;

/** Has the signer sign the request's message. Every failure of the signer is a SigningError. */
export async function askSigner(signer: Signer, request: PreparedRequest): Promise<Signature> {
	let signature: unknown;
	try {
		signature = await signer(new TextEncoder().encode(request.message), request);
	} catch (cause) {
		throw new SigningError(`The signer failed: ${reasonOf(cause)}${keyHint(cause)}`, cause);
	}
	if (!isSignature(signature)) {
		throw new SigningError("The signer must return the signature, as a base64 string or a Uint8Array");
	}
	return signature;
}

/** What Node.js and WebCrypto say about a private key that they cannot read. */
const UNREADABLE_KEY =
	/DECODER routines|PEM routines|asn1 encoding routines|interrupted or cancelled|bad decrypt|Invalid keyData/;

function keyHint(cause: unknown): string {
	return UNREADABLE_KEY.test(reasonOf(cause))
		? ". The private key cannot be read: in an environment variable its line breaks may be the two characters \\n, or it is another file; describeKey(key) says what it is"
		: "";
}

/** Whether a value has the type of a signature. */
export function isSignature(value: unknown): value is Signature {
	return typeof value === "string" || isUint8Array(value);
}

/** Why something failed, from what it threw. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		return thrown instanceof Error ? thrown.message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
