import { classNameOf } from "./class-name.js";

/** Longer texts are not shown: they could be keys (that of APIv3 has 32 characters), and would flood a message. */
const MAX_SHOWN = 30;

/** How much is quoted of a text that is no secret. */
const MAX_QUOTED = 100;

/**
 * A value in an error's message. Never throws. A text is shown only if it is short: where a secret could stand, `kindOf`
 * is for the message.
 */
export function describe(value: unknown): string {
	switch (typeof value) {
		case "string":
			return value.length > MAX_SHOWN || isPem(value) ? kindOf(value) : JSON.stringify(value);
		case "number":
		case "boolean":
			return String(value);
		default:
			return kindOf(value);
	}
}

/** The beginning of a text that cannot be a secret, such as a host, in an error's message. */
export function quoted(text: string): string {
	return JSON.stringify(text.slice(0, MAX_QUOTED));
}

/** What a value is, without anything that it holds. Never throws. */
export function kindOf(value: unknown): string {
	switch (typeof value) {
		case "string":
			return isPem(value) ? "a PEM text (a key or a certificate)" : `a string of ${value.length} characters`;
		case "object":
			return value === null ? "null" : kindOfObject(value);
		case "undefined":
			return "undefined";
		default:
			return `a ${typeof value}`;
	}
}

function kindOfObject(value: object): string {
	const name = classNameOf(value);
	if (name === "" || name === "Object") {
		return "an object";
	}
	return /^[AEIOU]/.test(name) ? `an ${name}` : `a ${name}`;
}

function isPem(text: string): boolean {
	return text.includes("-----BEGIN");
}
