import { tooLarge } from "../bridge/host-value.js";
import { toWellFormed } from "../bridge/json-text.js";
import { withUtf8 } from "../bridge/utf8.js";
import { MAX_BYTES } from "../generated/records.js";
import { isUint8Array } from "../runtime/bytes.js";
import { type CoreOptions, inHostNotation } from "./core-options.js";

/** Hands over JSON text as `use` takes it: in UTF-8, or as host notation that says why there is none. */
export function withJson<T>(
	taker: string,
	takerOfValues: string,
	json: string | Uint8Array,
	options: CoreOptions,
	use: (text: Uint8Array, options: CoreOptions) => T,
): T {
	if (typeof json !== "string" && !isUint8Array(json)) {
		throw new TypeError(`${taker} takes a string or a Uint8Array; ${takerOfValues} takes any value`);
	}
	if (json.length > MAX_BYTES) {
		return use(tooLarge(), inHostNotation(options));
	}
	return typeof json === "string"
		? withUtf8(toWellFormed(json), (text) => use(text, options))
		: use(json, options);
}
