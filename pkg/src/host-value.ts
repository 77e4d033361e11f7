/**
 * Host notation: JSON text in which `U+0001 KIND U+0001` stands in the place of each value that JSON cannot express.
 * JSON text never holds a bare U+0001, so a marker cannot be mistaken for data.
 *
 * Kinds that a value may have: `undefined`, `bigint`, `function`, `symbol`, `NaN`, `Infinity`, `-Infinity`, or the name
 * of its class. Kinds that begin with `!` say why a value was not read.
 */

/** The longest text that is read, in UTF-8 bytes. */
export const MAX_BYTES = 256 * 1024;

/** How deep objects and arrays may be nested. */
const MAX_DEPTH = 64;
const MAX_NAME_LENGTH = 64;
/** Strings made of these alone are written as they are, between quotation marks. */
const PLAIN_TEXT = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** Stands for an input that is too large to be read. */
export const TOO_LARGE = mark("!size");
const UNREADABLE = mark("!unreadable");
const CIRCULAR = mark("!circular");
const TOO_DEEP = mark("!depth");
const UNDEFINED = mark("undefined");

/**
 * Writes any JavaScript value in host notation.
 *
 * It calls getters and proxy traps of the value, but never `toJSON` or `valueOf`, does not throw, and stops when the text
 * grows beyond `MAX_BYTES`.
 */
export function writeHostValue(value: unknown): string {
	const writer = new Writer();
	try {
		writer.write(value);
	} catch {
		return UNREADABLE; // The stack is exhausted.
	}
	return writer.finish();
}

function mark(kind: string): string {
	return `\u0001${kind}\u0001`;
}

class Writer {
	private text = "";
	/** Members that were left out: they cost time, but no text. */
	private omitted = 0;
	private readonly ancestors: object[] = [];

	finish(): string {
		return this.isTooLarge() || isLongerInBytes(this.text, MAX_BYTES) ? TOO_LARGE : this.text;
	}

	write(value: unknown): void {
		switch (typeof value) {
			case "string":
				this.writeString(value);
				break;
			case "number":
				this.text += Number.isFinite(value) ? String(value) : mark(String(value));
				break;
			case "boolean":
				this.text += value ? "true" : "false";
				break;
			case "object":
				if (value === null) {
					this.text += "null";
				} else {
					this.writeObject(value);
				}
				break;
			default:
				this.text += mark(typeof value);
		}
	}

	private isTooLarge(): boolean {
		return this.text.length + this.omitted > MAX_BYTES;
	}

	private writeString(value: string): void {
		if (value.length > MAX_BYTES) {
			this.omitted = MAX_BYTES + 1;
		} else {
			this.text += PLAIN_TEXT.test(value) ? `"${value}"` : JSON.stringify(value);
		}
	}

	private writeObject(value: object): void {
		if (this.ancestors.includes(value)) {
			this.text += CIRCULAR;
			return;
		}
		let members: string[] | number;
		try {
			const kind = kindOf(value);
			if (kind === "Array") {
				members = lengthOf(value);
			} else if (kind === "Object") {
				members = Object.keys(value);
			} else {
				this.text += mark(kind);
				return;
			}
		} catch {
			this.text += UNREADABLE;
			return;
		}
		if (this.ancestors.length === MAX_DEPTH) {
			this.text += TOO_DEEP;
			return;
		}
		this.ancestors.push(value);
		if (typeof members === "number") {
			this.writeItems(value as unknown[], members);
		} else {
			this.writeMembers(value as Record<string, unknown>, members);
		}
		this.ancestors.pop();
	}

	private writeItems(items: unknown[], length: number): void {
		this.text += "[";
		for (let index = 0; index < length && !this.isTooLarge(); index++) {
			if (index > 0) {
				this.text += ",";
			}
			let item: unknown;
			try {
				item = items[index];
			} catch {
				this.text += UNREADABLE;
				continue;
			}
			if (item === undefined) {
				this.text += UNDEFINED;
			} else {
				this.write(item);
			}
		}
		this.text += "]";
	}

	private writeMembers(object: Record<string, unknown>, keys: string[]): void {
		this.text += "{";
		let separator = "";
		for (const key of keys) {
			if (this.isTooLarge()) {
				break;
			}
			let member: unknown;
			let readable = true;
			try {
				member = object[key];
			} catch {
				readable = false;
			}
			if (readable && member === undefined) {
				this.omitted += 1;
				continue;
			}
			this.text += separator;
			separator = ",";
			this.writeString(key);
			this.text += ":";
			if (readable) {
				this.write(member);
			} else {
				this.text += UNREADABLE;
			}
		}
		this.text += "}";
	}
}

/** `Array`, `Object` for a plain object, of this realm or another, or the kind of a class instance. May throw. */
function kindOf(value: object): string {
	if (Array.isArray(value)) {
		return "Array";
	}
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype === null || prototype === Object.prototype) {
		return "Object";
	}
	const name = classNameOf(prototype as object);
	if (name === "Object" && Object.getPrototypeOf(prototype) === null) {
		return "Object";
	}
	// A class may call itself Array or Object, or have no name that can be written.
	return name === "" || name === "Array" || name === "Object" ? "object" : name;
}

function classNameOf(prototype: object): string {
	try {
		const made: unknown = prototype.constructor;
		const name: unknown = typeof made === "function" ? made.name : "";
		return typeof name === "string" ? name.slice(0, MAX_NAME_LENGTH).replace(/[^A-Za-z0-9_$]/g, "") : "";
	} catch {
		return "";
	}
}

/** An array's length; a proxy may answer anything. May throw. */
function lengthOf(value: object): number {
	const length: unknown = (value as unknown[]).length;
	if (typeof length !== "number") {
		throw new TypeError("the array has no length");
	}
	return length;
}

function isLongerInBytes(text: string, limit: number): boolean {
	return text.length * 3 > limit && new TextEncoder().encode(text).length > limit;
}
