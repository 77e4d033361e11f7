import { once } from "../once.js";
import type { Validation } from "../types.js";
import { inspected } from "./inspected.js";
import { inOwnWords, type OwnWords } from "./own-words.js";

/** The same validation in the caller's words. Those of a valid update are asked for when they are first read. */
export function validationInOwnWords(found: Validation, words: OwnWords | undefined): Validation {
	if (words === undefined) {
		return found;
	}
	if (!found.valid) {
		return { valid: false, issues: inOwnWords(found.issues, words) };
	}
	const issues = once(() => inOwnWords(found.issues, words));
	return inspected({
		valid: true,
		get value() {
			return found.value;
		},
		get body() {
			return found.body;
		},
		get issues() {
			return issues();
		},
	});
}
