import type { Locale } from "../bridge/types.js";

/** What is wrong with a key or a certificate. */
export type KeyErrorCode =
	/** What was given is something else, or cannot be read: its message says what it is. */
	| "no_private_key"
	| "no_public_key"
	| "no_certificate"
	/** The private key is encrypted: its passphrase is missing or wrong, or it must be decrypted before. */
	| "encrypted"
	| "wrong_passphrase"
	/** It is written as it should be, and yet no library reads it. */
	| "damaged"
	/** A key of another kind, such as one on an elliptic curve. */
	| "not_rsa"
	/** An RSA key of less than 2048 bits. */
	| "too_short"
	/** The certificate is that of another private key. */
	| "keys_differ"
	/** The certificate has another serial number than the one that it was given under. */
	| "serial_differs"
	/** The response's signature is not one of RSA. */
	| "other_signature";

/** A text in every language. */
export type Words = Readonly<Record<Locale, string>>;

/** A key or a certificate cannot be used. Its message says why and what to do; it holds nothing of the key. */
export class KeyError extends Error {
	/** Why: a stable name to branch on. */
	readonly code: KeyErrorCode;

	constructor(code: KeyErrorCode, message: string) {
		super(message);
		this.name = "KeyError";
		this.code = code;
	}
}
