/** How a JavaScript object is read. */

import { classNameOf } from "../runtime/describe.js";

/** Read as an array. */
export const ARRAY = "[";
/** Read as an object: its own enumerable members. */
export const OBJECT = "{";
/** A plain object: its prototype is `Object.prototype` or null. */
export const PLAIN = "{}";

/** Characters that `toISOString` never returns. */
const NO_TIME = /[^\d+\-:.TZ]/;
const MAX_TIME_LENGTH = 40;

/**
 * `ARRAY`, `OBJECT` or `PLAIN`. For other values: the name of the class; `@` and the ISO time of a date object (`@`
 * alone if the date is invalid); `!toJSON` and the name of the class if the object has `toJSON`. May throw.
 */
export function kindOf(value: object): string {
	if (Array.isArray(value)) {
		return ARRAY;
	}
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || prototype === Object.prototype ? PLAIN : kindOfInstance(value);
}

/** For a class instance, or a plain object of another realm. May throw. */
function kindOfInstance(value: object): string {
	const { toISOString, toJSON } = value as { toISOString?: unknown; toJSON?: unknown };
	if (typeof toISOString === "function") {
		return `@${timeOf(value as Date)}`;
	}
	const name = classNameOf(value) || "object";
	if (typeof toJSON === "function" && !ArrayBuffer.isView(value)) {
		return `!toJSON ${name}`;
	}
	// Built-in objects (Map, Promise, RegExp, …) have another tag, and hold their content in internal slots.
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
		return ""; // An invalid date throws.
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

/** An array's length. A proxy may return anything. May throw. */
export function lengthOf(value: object): number {
	const length: unknown = (value as unknown[]).length;
	if (typeof length !== "number") {
		throw new TypeError("the array has no length");
	}
	return length;
}
