import { encode } from "../bridge/writer.js";
import { type FieldSteps, steps } from "./field-path.js";

/** More than a form has fields. */
const MAX_CACHED = 256;

/** Paths by pointer. Forms use them at each keystroke. */
const cache = new Map<string, Uint8Array>();

/** Encodes a path for the module. Throws a TypeError for an invalid path. */
export function encodedPath(path: string | FieldSteps): Uint8Array {
	if (typeof path !== "string") {
		return encoded(path);
	}
	let bytes = cache.get(path);
	if (bytes === undefined) {
		bytes = encoded(path);
		if (cache.size === MAX_CACHED) {
			cache.clear();
		}
		cache.set(path, bytes);
	}
	return bytes;
}

function encoded(path: string | FieldSteps): Uint8Array {
	const read = steps(path);
	return encode((to) => to.path(read));
}
