import { encode } from "../bridge/writer.js";
import { type FieldSteps, steps } from "./field-path.js";

/** How many pointers are remembered: more than a form has fields. */
const MAX_KNOWN = 256;

/** What forms ask for at each keystroke. */
const known = new Map<string, Uint8Array>();

/** A path as the module takes it. Throws a TypeError for what is no path. */
export function encodedPath(path: string | FieldSteps): Uint8Array {
	if (typeof path !== "string") {
		return encoded(path);
	}
	let bytes = known.get(path);
	if (bytes === undefined) {
		bytes = encoded(path);
		if (known.size === MAX_KNOWN) {
			known.clear();
		}
		known.set(path, bytes);
	}
	return bytes;
}

function encoded(path: string | FieldSteps): Uint8Array {
	const read = steps(path);
	return encode((to) => to.path(read));
}
