const tagOf = Object.getOwnPropertyDescriptor(
	Object.getPrototypeOf(Uint8Array.prototype),
	Symbol.toStringTag,
)?.get;

/** Whether a value is a Uint8Array, of this realm or another. */
export function isUint8Array(value: unknown): value is Uint8Array {
	return tagOf?.call(value) === "Uint8Array";
}
