import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import { encoder } from "../bridge/utf8.js";
import { describe } from "../options/option-values.js";
import { randomBytes } from "./read-options.js";

const RANDOM_BYTES = 8;

/**
 * A number for a card that is to be created, unlike any other one: the `out_request_no` of the payload. Keep it beside what you
 * create, before you send: a creation that is sent again with the same number creates no second card.
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
