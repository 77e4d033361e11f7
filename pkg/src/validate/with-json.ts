import { toWellFormed } from "../bridge/json-text.js";
import { withUtf8 } from "../bridge/utf8.js";
import { TOO_LARGE } from "../bridge/write-value.js";
import type { WrittenValue } from "../bridge/written-value.js";
import { MAX_BYTES } from "../generated/records.js";
import { isUint8Array } from "../runtime/bytes.js";

/** Passes JSON text on as UTF-8, or, if it is too large, the value that stands for that. */
export function withJson<T>(
	taker: string,
	takerOfValues: string,
	json: string | Uint8Array,
	useText: (text: Uint8Array) => T,
	useValue: (value: WrittenValue) => T,
): T {
	if (typeof json !== "string" && !isUint8Array(json)) {
		throw new TypeError(`${taker} takes a string or a Uint8Array; ${takerOfValues} takes any value`);
	}
	if (json.length > MAX_BYTES) {
		return useValue(TOO_LARGE);
	}
	return typeof json === "string" ? withUtf8(toWellFormed(json), useText) : useText(json);
}
