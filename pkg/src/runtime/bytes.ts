import type { Global } from "./host.js";

/** A Uint8Array that is not a view of shared memory: what `TextEncoder` returns, and WebCrypto and `fetch` accept. */
export type PlainBytes = [Global<"TextEncoder">] extends [never]
	? Uint8Array
	: ReturnType<Global<"TextEncoder">["encode"]>;

const tagOf = Object.getOwnPropertyDescriptor(
	Object.getPrototypeOf(Uint8Array.prototype),
	Symbol.toStringTag,
)?.get;

/** Whether a value is a Uint8Array, of this realm or another. */
export function isUint8Array(value: unknown): value is Uint8Array {
	return tagOf?.call(value) === "Uint8Array";
}

const byteLengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")?.get;

/** Whether a value is an ArrayBuffer, of this realm or another. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
	try {
		return byteLengthOf?.call(value) !== undefined;
	} catch {
		return false;
	}
}
