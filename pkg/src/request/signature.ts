import type { Locale } from "../bridge/types.js";
import { isArrayBuffer, isUint8Array } from "../runtime/bytes.js";
import { noSignature } from "./signing-error.js";

/** A signature: base64, or its bytes as Node.js (`Uint8Array`) or WebCrypto (`ArrayBuffer`) return them. */
export type Signature = string | Uint8Array | ArrayBuffer;

/** A signature as base64 or bytes. Throws a SigningError for what has another type. */
export function readSignature(value: unknown, locale: Locale): string | Uint8Array {
	if (typeof value === "string" || isUint8Array(value)) {
		return value;
	}
	if (isArrayBuffer(value)) {
		return new Uint8Array(value);
	}
	throw noSignature(value, locale);
}
