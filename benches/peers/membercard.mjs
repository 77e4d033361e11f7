import { CardForm, validate, validateJson } from "../../pkg/dist/index.mjs";
import { messageOf } from "../lib/canonical.mjs";

/** The issues of what is not valid: no peer has warnings to read. */
export function issues(value) {
	const result = validate(value);
	return result.valid ? [] : result.issues;
}

/** Warnings too. */
export function allIssues(value) {
	return validate(value).issues;
}

/** Errors only. */
export function pointers(found) {
	return found.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer);
}

/** Bytes in, the string to sign or the issues out. */
export function wholeJob(bytes) {
	const result = validateJson(bytes);
	return result.valid ? messageOf(result.body) : result.issues;
}

/** A form over an update, which takes one keystroke in its card's name. */
export function keystrokes(update) {
	const form = new CardForm({ initial: update });
	return (title) => form.set("title", title);
}
