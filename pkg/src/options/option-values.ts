/**
 * Readers of single options. Each returns the option's value, or `undefined` if it is absent. Each throws a TypeError
 * that names the option if it is wrong.
 */

import type { Locale } from "../bridge/types.js";
import { LOCALES } from "../generated/records.js";
import { describe, kindOf } from "../runtime/describe.js";
import { localeOf } from "./locale.js";
import { nearest } from "./nearest.js";
import { OPTION_NAMES } from "./option-names.js";
import { arrayCopy, hasOwnMembersOnly, ownMembers } from "./sanitize.js";

export { describe } from "../runtime/describe.js";

const MAX_TIME = 8.64e15;
/** A time in this range is in seconds (2001 to 2286). In milliseconds it would be early 1970. */
const SECONDS = { from: 1e9, to: 1e10 };
const MAX_ITEMS = 100_000;
/** Option names that may appear in a message. */
const NAME = /^[\w$-]{1,40}$/;

/** Options as given, with unchecked types. */
export type Options = Record<string, unknown>;

/** Reads the option `api`; `undefined` for the module's default. */
export type ReadApi = (given: Options) => string | undefined;

/** No options. */
export const NO_OPTIONS: Options = Object.freeze(ownMembers({}));

/**
 * Reads the own enumerable members of an options object, each once. Options that were read already are returned
 * unchanged.
 *
 * Throws a TypeError if it is not an object, or has a member that no function of the package takes. Options of other
 * functions are allowed, so that one object can serve several.
 */
export function optionsObject(options: unknown): Options {
	if (typeof options !== "object" || options === null) {
		throw new TypeError(`options must be an object, not ${shown(options)}`);
	}
	if (hasOwnMembersOnly(options)) {
		return options as Options;
	}
	const own: Options = ownMembers({});
	for (const name of Object.keys(options)) {
		const value = (options as Options)[name];
		if (OPTION_NAMES.has(name)) {
			own[name] = value;
		} else if (value !== undefined) {
			throw new TypeError(unknownOption(name));
		}
	}
	return own;
}

/** Like `optionsObject`, but options may be absent. */
export function optionalOptions(options: unknown): Options {
	return options === undefined ? NO_OPTIONS : optionsObject(options);
}

function unknownOption(name: string): string {
	const meant = nearest(name, OPTION_NAMES);
	const advice = meant === undefined ? "remove it" : `did you mean ${meant}?`;
	const shown = NAME.test(name) ? name : "…";
	return `options.${shown} is not an option of wechatpay-membercard: ${advice}`;
}

/** Describes a wrong argument. A text may be a key, so it is not shown. */
function shown(options: unknown): string {
	return typeof options === "string" ? kindOf(options) : describe(options);
}

/** Reads a required option. */
export function required<T>(
	given: Options,
	name: string,
	read: (given: Options, name: string) => T | undefined,
	advice?: string,
): T {
	const value = read(given, name);
	if (value === undefined) {
		throw new TypeError(`options.${name} is missing${advice === undefined ? "" : `: ${advice}`}`);
	}
	return value;
}

/** Accepts an absent option. Throws a TypeError for any value. */
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

export function seconds(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: optional(value, name, "a whole number of seconds since the epoch");
}

/** Reads a time in milliseconds, within the range of Date. */
export function time(given: Options, name: string): number | undefined {
	const value = given[name];
	return isTime(value, name) ? value : optional(value, name, "a number of milliseconds since the epoch");
}

/** Whether a value is a time in milliseconds, within the range of Date. Throws a TypeError for one in seconds. */
export function isTime(value: unknown, name: string): value is number {
	if (typeof value !== "number" || !(Math.abs(value) <= MAX_TIME)) {
		return false;
	}
	if (value >= SECONDS.from && value < SECONDS.to) {
		throw new TypeError(
			`options.${name} must be a Unix time in milliseconds, not ${value} (multiply seconds by 1000)`,
		);
	}
	return true;
}

/** Reads a language tag such as `navigator.language`. */
export function locale(given: Options, name: string): Locale | undefined {
	const value = given[name];
	// The usual case.
	if (value === undefined || LOCALES.includes(value as Locale)) {
		return value as Locale | undefined;
	}
	return typeof value === "string"
		? localeOf(value)
		: optional(value, name, 'a language tag such as "zh-CN" or "en"');
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
	if (typeof value === "string") {
		// It may be a key, which no message may contain.
		throw new TypeError(`options.${name} must be a function, not ${kindOf(value)}`);
	}
	return typeof value === "function" ? (value as F) : optional(value, name, "a function");
}

export function oneOf<T extends string>(given: Options, name: string, allowed: readonly T[]): T | undefined {
	const value = given[name];
	// Building the message takes longer than reading most options.
	return value === undefined || allowed.includes(value as T)
		? (value as T | undefined)
		: optional(value, name, allowed.map((item) => JSON.stringify(item)).join(" or "));
}
