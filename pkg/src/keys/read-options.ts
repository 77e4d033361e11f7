import type { Locale } from "../bridge/types.js";
import { type LanguageTag, readLocale } from "../options/locale.js";
import { nearest } from "../options/nearest.js";
import { isUint8Array } from "../runtime/bytes.js";
import { kindOf } from "../runtime/describe.js";

/** A key or a certificate: the text or the bytes of a PEM file. */
export type KeyMaterial = string | Uint8Array;

/** The language of messages. */
export interface KeyOptions {
	/** Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

/** Reads the options of a function. Throws a TypeError for unknown names. */
export function readKeyOptions<Options extends object>(
	given: Options,
	names: readonly (keyof Options & string)[],
): { options: Options; locale: Locale } {
	if (typeof given !== "object" || given === null) {
		// A text may be a key, which no message may contain.
		throw new TypeError(`options must be an object, not ${kindOf(given)}`);
	}
	for (const name of Object.keys(given)) {
		if (!(names as readonly string[]).includes(name)) {
			const meant = nearest(name, names);
			throw new TypeError(
				`options.${name} is not one of ${names.join(", ")}${meant === undefined ? "" : `: did you mean ${meant}?`}`,
			);
		}
	}
	const options = { ...given };
	return { options, locale: readLocale((options as KeyOptions).locale) };
}

/** Throws a TypeError for values that cannot be keys, such as a missing environment variable. */
export function assertKeyMaterial(value: unknown, name: string): asserts value is KeyMaterial {
	if (value === undefined || value === "") {
		throw new TypeError(`${name} is missing: give the text or the bytes of the file`);
	}
	if (typeof value !== "string" && !isUint8Array(value)) {
		throw new TypeError(`${name} must be a text or a Uint8Array, not ${kindOf(value)}`);
	}
}
