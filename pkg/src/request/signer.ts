import { func, optionsObject, required } from "../options/option-values.js";
import { reasonOf } from "../runtime/reason-of.js";
import type { PreparedRequest } from "./prepared-request.js";
import { readSignature, type Signature } from "./signature.js";
import { SigningError } from "./signing-error.js";

/** Signs the message, in this process or elsewhere. */
export type Signer = (message: Uint8Array, request: PreparedRequest) => Signature | Promise<Signature>;

/** The signer among the options. */
export function readSigner(options: unknown): Signer {
	return required(
		optionsObject(options),
		"signer",
		func<Signer>,
		"give a function that signs a message and returns the signature",
	);
}

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
