import type { Locale } from "../bridge/types.js";
import {
	func,
	locale as localeOption,
	type Options,
	optional,
	optionsObject,
	strings,
	wholeNumber,
} from "../options/option-values.js";
import { readTolerance, readVerifier } from "../response/verify-response.js";
import { pause } from "../runtime/deadline.js";
import { quoted } from "../runtime/describe.js";
import type { Fetch, SendOptions } from "./send-options.js";

type Given<Name extends keyof SendOptions> = NonNullable<SendOptions[Name]>;

/** The options of sending, with defaults filled in. */
export interface ReadSendOptions
	extends Required<
		Omit<SendOptions, "api" | "signal" | "onAttempt" | "fetch" | "locale" | "additionalOrigins">
	> {
	fetch: Fetch;
	signal: AbortSignal | undefined;
	onAttempt: SendOptions["onAttempt"];
	locale: Locale;
}

const TIMEOUT_MS = 10_000;
const BUDGET_MS = 30_000;
const ATTEMPTS = 4;
/** The longest time for a timer. */
const MAX_MS = 2 ** 31 - 1;
const MAX_ATTEMPTS = 100;

/** A scheme, a host and optionally a port, without user or path. */
const ORIGIN = /^https?:\/\/[^\s/?#@\\]+$/;

/** Reads the options of sending, and fills in defaults. Throws a TypeError that names the wrong option. */
export function readSendOptions(options: unknown, locale: Locale | undefined): ReadSendOptions {
	const given = optionsObject(options);
	return {
		verifier: readVerifier(given),
		fetch: func<Fetch>(given, "fetch") ?? globalFetch(),
		signal: readSignal(given, "signal"),
		timeoutMs: wholeNumber(given, "timeoutMs", 1, MAX_MS) ?? TIMEOUT_MS,
		budgetMs: wholeNumber(given, "budgetMs", 1, MAX_MS) ?? BUDGET_MS,
		attempts: wholeNumber(given, "attempts", 1, MAX_ATTEMPTS) ?? ATTEMPTS,
		toleranceSeconds: readTolerance(given),
		locale: localeOption(given, "locale") ?? locale ?? "zh-CN",
		clock: func<Given<"clock">>(given, "clock") ?? Date.now,
		delay: func<Given<"delay">>(given, "delay") ?? pause,
		onAttempt: func<Given<"onAttempt">>(given, "onAttempt"),
	};
}

/** Reads the additional origins for signed requests. */
export function readAdditionalOrigins(options: unknown): string[] {
	const origins = strings(optionsObject(options), "additionalOrigins") ?? [];
	for (const origin of origins) {
		if (!ORIGIN.test(origin)) {
			throw new TypeError(
				`options.additionalOrigins must hold origins such as "http://127.0.0.1:8080", not ${quoted(origin)}`,
			);
		}
	}
	return origins;
}

function readSignal(given: Options, name: string): AbortSignal | undefined {
	const value = given[name] as AbortSignal | undefined;
	return typeof value?.aborted === "boolean" && typeof value.addEventListener === "function"
		? value
		: optional(value, name, "an AbortSignal");
}

function globalFetch(): Fetch {
	const { fetch } = globalThis as { fetch?: Fetch };
	if (fetch === undefined) {
		throw new TypeError("options.fetch is missing, and the host has none of its own");
	}
	return fetch;
}
