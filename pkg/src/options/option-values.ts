/**
 * Readers of single options. Each returns the option, or nothing if it is absent, and throws a TypeError that names the
 * option if it is wrong.
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
/** Times of ten digits are in seconds: as such they lie between 2001 and 2286, in milliseconds in early 1970. */
const SECONDS = { from: 1e9, to: 1e10 };
const MAX_ITEMS = 100_000;
/** What the name of an option may look like, to be shown. */
const NAME = /^[\w$-]{1,40}$/;

/** Options as they are given, whatever their types. */
export type Options = Record<string, unknown>;

/** Reads which endpoint the options name; nothing where the module has only one. */
export type ReadApi = (given: Options) => string | undefined;

/** No options. */
export const NO_OPTIONS: Options = Object.freeze(ownMembers({}));

/**
 * The options that an object holds: its own enumerable members, each read once. What is read already is returned as it is.
 *
 * Throws a TypeError if it is no object, or has a member that no function of the package takes: it is misspelt, or has no
 * effect. What another function takes may be there, so that one object serves several.
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

/** The same; none if there is no object. */
export function optionalOptions(options: unknown): Options {
	return options === undefined ? NO_OPTIONS : optionsObject(options);
}

function unknownOption(name: string): string {
	const meant = nearest(name, OPTION_NAMES);
	const advice = meant === undefined ? "remove it" : `did you mean ${meant}?`;
	const shown = NAME.test(name) ? name : "…";
	return `options.${shown} is not an option of wechatpay-membercard: ${advice}`;
}

/** What was given in the place of options: a text may be a key. */
function shown(options: unknown): string {
	return typeof options === "string" ? kindOf(options) : describe(options);
}

/** An option that must be there. */
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

export function seconds(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: optional(value, name, "a whole number of seconds since the epoch");
}

/** A time in milliseconds, within the range of Date. */
export function time(given: Options, name: string): number | undefined {
	const value = given[name];
	return isTime(value, name) ? value : optional(value, name, "a number of milliseconds since the epoch");
}

/** Whether that is a time in milliseconds, within the range of Date. Throws a TypeError for one in seconds. */
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

/** A language of messages, from a tag such as `navigator.language`. */
export function locale(given: Options, name: string): Locale | undefined {
	const value = given[name];
	// Most give one of the languages that there are.
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
		// It may be a key: what it holds must not get into a message.
		throw new TypeError(`options.${name} must be a function, not ${kindOf(value)}`);
	}
	return typeof value === "function" ? (value as F) : optional(value, name, "a function");
}

export function oneOf<T extends string>(given: Options, name: string, allowed: readonly T[]): T | undefined {
	const value = given[name];
	// The message takes longer to write than most options to read.
	return value === undefined || allowed.includes(value as T)
		? (value as T | undefined)
		: optional(value, name, allowed.map((item) => JSON.stringify(item)).join(" or "));
}
