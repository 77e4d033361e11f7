import type { Validation } from "../bridge/types.js";
import { inOwnWords, type OwnWords } from "../issues/own-words.js";
import { lazyValidation } from "./lazy-validation.js";

/** The same validation in the caller's words. Those of a valid update are asked for when they are first read. */
export function validationInOwnWords(found: Validation, words: OwnWords | undefined): Validation {
	if (words === undefined) {
		return found;
	}
	return found.valid
		? lazyValidation({ body: () => found.body, issues: () => inOwnWords(found.issues, words) })
		: { valid: false, issues: inOwnWords(found.issues, words) };
}
