import { isArrayBuffer, isUint8Array } from "../runtime/bytes.js";
import { kindOf } from "../runtime/describe.js";
import { SigningError } from "./signing-error.js";

/** A signature: base64, or its bytes as Node.js (`Uint8Array`) or WebCrypto (`ArrayBuffer`) return them. */
export type Signature = string | Uint8Array | ArrayBuffer;

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
