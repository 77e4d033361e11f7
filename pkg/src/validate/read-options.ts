import { encodedValue } from "../bridge/encoded-value.js";
import { PROFILES, UNKNOWN_KEYS, type ValidationOptions } from "../generated/records.js";
import {
	boolean,
	locale,
	type Options,
	oneOf,
	optionalOptions,
	type ReadApi,
	strings,
	time,
} from "../options/option-values.js";
import { quoted } from "../runtime/describe.js";
import { hostIn, isHost } from "./image-hosts.js";

/** The options of a validation, with defaults filled in. */
export interface ReadOptions extends ValidationOptions {
	/** Milliseconds since the epoch. */
	now: number;
}

/** Reads the options of a validation, and fills in defaults. Throws a TypeError that names the wrong option. */
export function readValidateOptions(options: unknown, readApi: ReadApi): ReadOptions {
	const given = optionalOptions(options);
	const { current } = given;
	return {
		api: readApi(given),
		locale: locale(given, "locale") ?? "zh-CN",
		now: time(given, "now") ?? Date.now(),
		// Programs without a card often pass null.
		current: current === undefined || current === null ? undefined : encodedValue(current),
		imageHosts: readImageHosts(given, "imageHosts"),
		unknownKeys: oneOf(given, "unknownKeys", UNKNOWN_KEYS),
		profile: oneOf(given, "profile", PROFILES) ?? "partner",
		chinaTime: boolean(given, "chinaTime") ?? false,
	};
}

/** Reads the allowed image hosts. Throws a TypeError for anything that is not a host. */
export function readImageHosts(given: Options, name: string): string[] | undefined {
	const hosts = strings(given, name);
	if (hosts?.length === 0) {
		throw new TypeError(
			`options.${name} is empty, so that no image could be used: leave it out for the default`,
		);
	}
	for (const host of hosts ?? []) {
		if (!isHost(host)) {
			const meant = hostIn(host);
			const advice = meant === undefined ? "list each host, without wildcards" : `write ${quoted(meant)}`;
			throw new TypeError(
				`options.${name} must hold hosts such as "wxpaylogo.qpic.cn", not ${quoted(host)}: ${advice}`,
			);
		}
	}
	return hosts;
}
