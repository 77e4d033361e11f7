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

const MAX_LENGTH = 64;

/** The name that the class of an object has, in letters and digits; "" if it has none that can be read. Never throws. */
export function classNameOf(value: object): string {
	try {
		const made: unknown = (Object.getPrototypeOf(value) as object | null)?.constructor;
		const name: unknown = typeof made === "function" ? made.name : "";
		return typeof name === "string" ? name.slice(0, MAX_LENGTH).replace(/[^A-Za-z0-9_$]/g, "") : "";
	} catch {
		return "";
	}
}

/** Why something failed, from what it threw. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		// A host's error may be of another realm, and is then no instance of this one's Error.
		const message = (thrown as Partial<Error> | null | undefined)?.message;
		return typeof message === "string" ? message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
