/**
 * Readers of single options. Each returns the option, or nothing if it is absent, and throws a TypeError that names the
 * option if it is wrong.
 */

import { arrayCopy } from "./array-copy.js";

/** The latest time of a `Date`, in milliseconds since the epoch. */
export const MAX_TIME = 8.64e15;
const MAX_ITEMS = 100_000;

/** Options as they are given, whatever their types. */
export type Options = Record<string, unknown>;

/** The options as an object. */
export function optionsObject(options: unknown): Options {
	if (typeof options !== "object" || options === null) {
		throw new TypeError(`options must be an object, not ${describe(options)}`);
	}
	return options as Options;
}

/** An option that must be there. */
export function required<T>(
	given: Options,
	name: string,
	read: (given: Options, name: string) => T | undefined,
): T {
	const value = read(given, name);
	if (value === undefined) {
		throw new TypeError(`options.${name} is missing`);
	}
	return value;
}

/** An option that is absent; any other value is refused. */
export function optional(value: unknown, name: string, expected: string): undefined {
	if (value !== undefined) {
		throw new TypeError(`options.${name} must be ${expected}, not ${describe(value)}`);
	}
}

export function string(given: Options, name: string): string | undefined {
	const value = given[name];
	return typeof value === "string" ? value : optional(value, name, "a string");
}

export function boolean(given: Options, name: string): boolean | undefined {
	const value = given[name];
	return typeof value === "boolean" ? value : optional(value, name, "a boolean");
}

export function strings(given: Options, name: string): string[] | undefined {
	const value = given[name];
	const items = arrayCopy(value, MAX_ITEMS);
	return items?.every((item) => typeof item === "string")
		? items
		: optional(value, name, `an array of strings, of at most ${MAX_ITEMS}`);
}

export function finiteNumber(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isFinite(value)
		? value
		: optional(value, name, "a finite number");
}

export function seconds(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: optional(value, name, "a whole number of seconds since the epoch");
}

/** A time in milliseconds, within the range of Date. */
export function time(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Math.abs(value) <= MAX_TIME
		? value
		: optional(value, name, "a number of milliseconds since the epoch");
}

export function wholeNumber(
	given: Options,
	name: string,
	minimum: number,
	maximum: number,
): number | undefined {
	const value = given[name];
	return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum
		? (value as number)
		: optional(value, name, `a whole number from ${minimum} to ${maximum}`);
}

export function func<F extends (...args: never[]) => unknown>(given: Options, name: string): F | undefined {
	const value = given[name];
	return typeof value === "function" ? (value as F) : optional(value, name, "a function");
}

export function oneOf<T extends string>(given: Options, name: string, allowed: readonly T[]): T | undefined {
	const value = given[name];
	// The message takes longer to write than most options to read.
	return value === undefined || allowed.includes(value as T)
		? (value as T | undefined)
		: optional(value, name, allowed.map((item) => JSON.stringify(item)).join(" or "));
}

/** A value in an error's message. Never throws, and never calls into the value. */
export function describe(value: unknown): string {
	switch (typeof value) {
		case "string":
			return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
		case "number":
		case "boolean":
			return String(value);
		case "object":
			return value === null ? "null" : "an object of another kind";
		default:
			return typeof value;
	}
}
