import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import { encoder } from "../bridge/utf8.js";
import { describe } from "../options/option-values.js";
import { randomBytes } from "./read-options.js";

const RANDOM_BYTES = 8;

/**
 * Makes a unique `out_request_no` for the payload that creates a card. Store it before you send: repeating a creation
 * with the same number creates no second card.
 *
 * ```js
 * newOutRequestNo("1004").startsWith("1004-"); // true
 * ```
 */
export function newOutRequestNo(brandId: string): string {
	if (typeof brandId !== "string") {
		throw new TypeError(`newOutRequestNo takes the brand_id, a string, not ${describe(brandId)}`);
	}
	const bytes = randomBytes(
		RANDOM_BYTES,
		"newOutRequestNo cannot be called: this host has no secure random source",
	);
	const input = writeInput(bytes, encoder.encode(brandId));
	return textOf(core().out_request_no(input, Math.floor(Date.now() / 1000)));
}
