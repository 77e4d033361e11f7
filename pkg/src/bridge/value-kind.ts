/** What a JavaScript object is read as. */

import { classNameOf } from "../runtime/class-name.js";

/** What is read as an array. */
export const ARRAY = "[";
/** What is read as an object, by its own enumerable members. */
export const OBJECT = "{";
/** Such an object that inherits at most what all objects do. */
export const PLAIN = "{}";

/** What `toISOString` never gives. */
const NO_TIME = /[^\d+\-:.TZ]/;
const MAX_TIME_LENGTH = 40;

/**
 * `ARRAY`, `OBJECT`, `PLAIN`, or the kind of a value that JSON has no word for: the name of its class; `@` and the time of a date
 * object, as `toISOString` gives it, which is none if it has none; `!toJSON` and the name of its class if it has a form of
 * its own in JSON. May throw.
 */
export function kindOf(value: object): string {
	if (Array.isArray(value)) {
		return ARRAY;
	}
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || prototype === Object.prototype ? PLAIN : kindOfInstance(value);
}

/** Of a class instance, or a plain object of another realm. May throw. */
function kindOfInstance(value: object): string {
	const { toISOString, toJSON } = value as { toISOString?: unknown; toJSON?: unknown };
	if (typeof toISOString === "function") {
		return `@${timeOf(value as Date)}`;
	}
	const name = classNameOf(value) || "object";
	if (typeof toJSON === "function" && !ArrayBuffer.isView(value)) {
		return `!toJSON ${name}`;
	}
	// What a host makes itself (Map, Promise, RegExp, …) keeps what it holds elsewhere, and has another tag.
	const isObject = Object.prototype.toString.call(value) === "[object Object]";
	return isObject ? OBJECT : name;
}

/** The time of a date object, in UTC; "" if it has none. */
function timeOf(value: Pick<Date, "toISOString">): string {
	try {
		const time: unknown = value.toISOString();
		const isTime = typeof time === "string" && time.length <= MAX_TIME_LENGTH && !NO_TIME.test(time);
		return isTime ? time : "";
	} catch {
		return ""; // What `Invalid Date` does.
	}
}

/** Whether a value is read as an object, by its own enumerable members. May throw. */
export function isReadAsObject(value: unknown): value is object {
	if (typeof value !== "object" || value === null) {
		return false;
	}
	const kind = kindOf(value);
	return kind === PLAIN || kind === OBJECT;
}

/** An array's length; a proxy may answer anything. May throw. */
export function lengthOf(value: object): number {
	const length: unknown = (value as unknown[]).length;
	if (typeof length !== "number") {
		throw new TypeError("the array has no length");
	}
	return length;
}
