import { inParts, post } from "../bridge/mailbox.js";
import type { Locale } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { CoreFlag } from "../generated/glue.js";
import { type ReadOptions, readValidateOptions } from "./read-options.js";

/** The options of a validation, as the module takes them. */
export interface CoreOptions {
	/** The sum of `CoreFlag`s. */
	flags: number;
	/** Milliseconds since the epoch. */
	now: number;
	/** What has no number: the card's current state, and the hosts of images. */
	extras: Uint8Array;
}

const NO_EXTRAS = new Uint8Array();

/** The options of a validation, read for the module. Throws a TypeError that names the wrong option. */
export function coreOptions(options: unknown): CoreOptions {
	if (options === undefined) {
		return { flags: 0, now: Date.now(), extras: NO_EXTRAS };
	}
	const read = readValidateOptions(options);
	const { locale, now, current, imageHosts, unknownKeys, profile, chinaTime } = read;
	const flags =
		(locale === "en" ? CoreFlag.English : 0) |
		(profile === "merchant" ? CoreFlag.Merchant : 0) |
		(chinaTime ? CoreFlag.ChinaTime : 0) |
		(unknownKeys === "refuse" ? CoreFlag.RefuseUnknownKeys : 0) |
		(unknownKeys === "drop" ? CoreFlag.DropUnknownKeys : 0) |
		(current === undefined ? 0 : CoreFlag.Current) |
		(imageHosts === undefined ? 0 : CoreFlag.ImageHosts);
	return { flags, now, extras: flags < CoreFlag.Current ? NO_EXTRAS : extrasOf(read) };
}

function extrasOf({ current, imageHosts = [] }: ReadOptions): Uint8Array {
	const hosts = imageHosts.map((host) => encoder.encode(host));
	return inParts(current === undefined ? hosts : [current, ...hosts]);
}

/** Asks a function of the module about a text, with these options. */
export function ask<T>(
	about: (text: number, extras: number, flags: number, now: number) => T,
	text: Uint8Array,
	{ flags, now, extras }: CoreOptions,
): T {
	post(text, extras);
	return about(text.length, extras.length, flags, now);
}

/** The same options in another language. */
export function inLocale({ flags, now, extras }: CoreOptions, locale: Locale): CoreOptions {
	return { flags: (flags & ~CoreFlag.English) | (locale === "en" ? CoreFlag.English : 0), now, extras };
}

/** The same options of a text in host notation. */
export function inHostNotation({ flags, now, extras }: CoreOptions): CoreOptions {
	return { flags: flags | CoreFlag.Host, now, extras };
}
