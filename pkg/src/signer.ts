import { isArrayBuffer, isUint8Array } from "./bytes.js";
import { kindOf } from "./describe.js";
import { SigningError } from "./errors.js";
import type { PreparedRequest } from "./prepared-request.js";

/** A signature: base64, or its bytes as Node.js (`Uint8Array`) or WebCrypto (`ArrayBuffer`) return them. */
export type Signature = string | Uint8Array | ArrayBuffer;

/** Signs the message, in this process or elsewhere. */
export type Signer = (message: Uint8Array, request: PreparedRequest) => Signature | Promise<Signature>;

/** Has the signer sign the request's message. Every failure of the signer is a SigningError. */
export async function askSigner(signer: Signer, request: PreparedRequest): Promise<string | Uint8Array> {
	let signature: unknown;
	try {
		signature = await signer(new TextEncoder().encode(request.message), request);
	} catch (cause) {
		throw new SigningError(`The signer failed: ${reasonOf(cause)}${keyHint(cause)}`, cause);
	}
	return readSignature(signature, "The signer must return the signature");
}

/** What Node.js and WebCrypto say about a private key that they cannot read. */
const UNREADABLE_KEY =
	/DECODER routines|PEM routines|asn1 encoding routines|interrupted or cancelled|bad decrypt|Invalid keyData/;

function keyHint(cause: unknown): string {
	return UNREADABLE_KEY.test(reasonOf(cause))
		? ". The private key cannot be read: in an environment variable its line breaks may be the two characters \\n, or it is another file; describeKey(key) says what it is"
		: "";
}

/** A signature as base64 or bytes. Throws a SigningError that begins as told for what has another type. */
export function readSignature(value: unknown, expected: string): string | Uint8Array {
	if (typeof value === "string" || isUint8Array(value)) {
		return value;
	}
	if (isArrayBuffer(value)) {
		return new Uint8Array(value);
	}
	throw new SigningError(
		`${expected}, as a base64 string, a Uint8Array or an ArrayBuffer, not ${kindOf(value)}${adviceOn(value)}`,
		undefined,
		"no_signature",
	);
}

/** What to do about what is no signature. Of an object, only names are told. Never throws. */
function adviceOn(value: unknown): string {
	try {
		if (value === undefined) {
			return ": is its return missing?";
		}
		if (typeof (value as PromiseLike<unknown> | null)?.then === "function") {
			return ": await it";
		}
		const member = Object.keys(value ?? {}).find((name) => HOLDS_SIGNATURE.test(name));
		return member === undefined ? "" : `: give its ${member}`;
	} catch {
		return "";
	}
}

const HOLDS_SIGNATURE = /^\w*sign\w*$/i;

/** Why something failed, from what it threw. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		return thrown instanceof Error ? thrown.message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
