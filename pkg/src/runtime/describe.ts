/** Longer texts are not shown: they may be keys (an APIv3 key has 32 characters), and would make messages long. */
const MAX_SHOWN = 30;

/** How much of a text is quoted that cannot be a secret. */
const MAX_QUOTED = 100;

/**
 * Describes a value for an error message. Shows a text only if it is short. Use `kindOf` where the value may be a
 * secret. Never throws.
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

/** Quotes the beginning of a text that cannot be a secret, such as a host. */
export function quoted(text: string): string {
	return JSON.stringify(text.slice(0, MAX_QUOTED));
}

/** Describes the type of a value, without its content. Never throws. */
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

/** The name of an object's class, in letters and digits; "" if it cannot be read. Never throws. */
export function classNameOf(value: object): string {
	try {
		const made: unknown = (Object.getPrototypeOf(value) as object | null)?.constructor;
		const name: unknown = typeof made === "function" ? made.name : "";
		return typeof name === "string" ? name.slice(0, MAX_LENGTH).replace(/[^A-Za-z0-9_$]/g, "") : "";
	} catch {
		return "";
	}
}

/** The message of a thrown value. Never throws. */
export function reasonOf(thrown: unknown): string {
	try {
		// No `instanceof`: an error of another realm is no instance of this realm's Error.
		const message = (thrown as Partial<Error> | null | undefined)?.message;
		return typeof message === "string" ? message : String(thrown);
	} catch {
		return "it threw a value that has no text";
	}
}
