import type { Locale } from "../bridge/types.js";
import { isArrayBuffer, isUint8Array } from "../runtime/bytes.js";
import { noSignature } from "./signing-error.js";

/** A signature: base64, or bytes as returned by Node.js (`Uint8Array`) or WebCrypto (`ArrayBuffer`). */
export type Signature = string | Uint8Array | ArrayBuffer;

/** Reads a signature. Throws a SigningError for other types. */
export function readSignature(value: unknown, locale: Locale): string | Uint8Array {
	if (typeof value === "string" || isUint8Array(value)) {
		return value;
	}
	if (isArrayBuffer(value)) {
		return new Uint8Array(value);
	}
	throw noSignature(value, locale);
}
