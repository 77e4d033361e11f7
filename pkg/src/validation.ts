import type { CoreReport } from "./generated/membercard.js";
import type { Validation } from "./types.js";

/** What a validation found, with the update as a value. */
export function validation({ body, issues }: CoreReport): Validation {
	return body === undefined
		? { valid: false, issues }
		: { valid: true, value: JSON.parse(body), body, issues };
}
