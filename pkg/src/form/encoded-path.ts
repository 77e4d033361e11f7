import { encoder } from "../bridge/utf8.js";
import { type FieldPath, steps } from "./field-path.js";

/** Stands in the place of a key's length before an index. */
const INDEX = 0xffff_ffff;
const NUMBER_BYTES = 4;
/** How many pointers are remembered: more than a form has fields. */
const MAX_KNOWN = 256;

/** What forms ask for at each keystroke. */
const known = new Map<string, Uint8Array>();

/** A path as the module takes it; `pkg/wasm/src/form/path.rs` reads it. Throws a TypeError for what is no path. */
export function encodedPath(path: FieldPath): Uint8Array {
	if (typeof path !== "string") {
		return encoded(steps(path));
	}
	let bytes = known.get(path);
	if (bytes === undefined) {
		bytes = encoded(steps(path));
		if (known.size === MAX_KNOWN) {
			known.clear();
		}
		known.set(path, bytes);
	}
	return bytes;
}

/** Of each step the length of the key and the key, or a mark and the index. */
function encoded(path: readonly (string | number)[]): Uint8Array {
	const parts = path.map((step) => (typeof step === "string" ? encoder.encode(step) : step));
	const lengthOf = (part: Uint8Array | number) =>
		NUMBER_BYTES + (typeof part === "number" ? NUMBER_BYTES : part.length);
	const bytes = new Uint8Array(parts.reduce<number>((length, part) => length + lengthOf(part), 0));
	const numbers = new DataView(bytes.buffer);
	let at = 0;
	for (const part of parts) {
		if (typeof part === "number") {
			numbers.setUint32(at, INDEX, true);
			// No list is so long that a larger index could be one of its items.
			numbers.setUint32(at + NUMBER_BYTES, Math.min(part, INDEX), true);
		} else {
			numbers.setUint32(at, part.length, true);
			bytes.set(part, at + NUMBER_BYTES);
		}
		at += lengthOf(part);
	}
	return bytes;
}
