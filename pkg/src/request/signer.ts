import type { Locale } from "../bridge/types.js";
import { func, optionsObject, required } from "../options/option-values.js";
import type { PlainBytes } from "../runtime/bytes.js";
import type { PreparedRequest } from "./prepared-request.js";
import { readSignature, type Signature } from "./signature.js";
import { signerFailed } from "./signing-error.js";

/** Signs the message, in this process or elsewhere. */
export type Signer = (message: PlainBytes, request: PreparedRequest) => Signature | Promise<Signature>;

/** Reads the option `signer`. */
export function readSigner(options: unknown): Signer {
	return required(
		optionsObject(options),
		"signer",
		func<Signer>,
		"give a function that signs a message and returns the signature",
	);
}

/** Signs the message of a request. Every failure of the signer becomes a SigningError. */
export async function callSigner(
	signer: Signer,
	request: PreparedRequest,
	locale: Locale,
): Promise<string | Uint8Array> {
	let signature: unknown;
	try {
		signature = await signer(new TextEncoder().encode(request.message), request);
	} catch (cause) {
		throw signerFailed(cause, locale);
	}
	return readSignature(signature, locale);
}
