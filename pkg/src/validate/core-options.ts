import { writeInput } from "../bridge/protocol.js";
import type { Locale } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { flagsOfValidationOptions, writeMembersOfValidationOptions } from "../generated/records.js";
import { api } from "../options/api.js";
import { NO_OPTIONS, optionalOptions, type ReadApi } from "../options/option-values.js";
import { type ReadOptions, readValidateOptions } from "./read-options.js";

/** The options of a validation, encoded for the module. */
export interface CoreOptions {
	/** The options as read. */
	readonly read: ReadOptions;
	readonly flags: number;
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Members that are not flags: the endpoint's name, the card's current state, and the image hosts. */
	readonly members: Uint8Array;
}

const NO_MEMBERS = new Uint8Array();

/** Cached options for calls without options. Only the time changes. */
let absent: CoreOptions | undefined;

/** Reads and encodes the options of a validation. Throws a TypeError that names the wrong option. */
export function coreOptions(options: unknown, readApi: ReadApi = api): CoreOptions {
	if (optionalOptions(options) !== NO_OPTIONS) {
		return encodeOptions(readValidateOptions(options, readApi));
	}
	absent ??= encodeOptions(readValidateOptions(options, readApi));
	const { read, flags, members } = absent;
	return { read, flags, now: Date.now(), members };
}

/** The options with a card's state, which is an encoded value. */
export function withCurrent({ read }: CoreOptions, current: Uint8Array): CoreOptions {
	return encodeOptions({ ...read, current });
}

function encodeOptions(read: ReadOptions): CoreOptions {
	const hasMembers = read.current !== undefined || read.imageHosts !== undefined || read.api !== undefined;
	const members = hasMembers ? encode((to) => writeMembersOfValidationOptions(to, read)) : NO_MEMBERS;
	return { read, flags: flagsOfValidationOptions(read), now: read.now, members };
}

/** Calls a function of the module with a payload and options. */
export function callWithOptions<T>(
	call: (input: number, flags: number, now: number) => T,
	payload: Uint8Array,
	{ flags, now, members }: CoreOptions,
): T {
	return call(writeInput(members, payload), flags, now);
}

/** The options in another language. */
export function inLocale({ read: before, now, members }: CoreOptions, locale: Locale): CoreOptions {
	const read = { ...before, locale };
	return { read, flags: flagsOfValidationOptions(read), now, members };
}
