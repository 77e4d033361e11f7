import { core } from "../bridge/core.js";
import { flagsOfLocale, responseOf, writeInput } from "../bridge/protocol.js";
import type { Locale } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { MAX_NONCE_LENGTH, readRefusal } from "../generated/records.js";
import type { LanguageTag } from "../options/locale.js";
import { locale, optionalOptions, time } from "../options/option-values.js";
import { ownMembers } from "../options/sanitize.js";
import type { AcceptedMessage, Inspection, Refusal, RefusalCode, RefusedMessage } from "./types.js";

/** Options of `remember`. */
export interface RememberOptions {
	/** The current time, in milliseconds since the epoch. Default: the host's clock. */
	now?: number;
	/** The language of refusals. Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

/** The parts of an accepted message that a nonce memory needs. */
export type AcceptedNonce = Pick<AcceptedMessage, "nonceStr" | "expiresAt" | "warnings">;

/** The nonce of an accepted message; `undefined` for a refused one. Throws a TypeError for anything else. */
export function acceptedNonce(inspection: Inspection): AcceptedNonce | undefined {
	const given: Partial<Record<keyof AcceptedMessage | keyof RefusedMessage, unknown>> = ownMembers(
		inspection ?? {},
	);
	const { accepted, message, nonceStr, expiresAt, refusals, warnings } = given;
	if (accepted === false && Array.isArray(refusals)) {
		return undefined;
	}
	const isNonce = typeof nonceStr === "string" && nonceStr !== "" && nonceStr.length <= MAX_NONCE_LENGTH;
	const isMessage = accepted === true && typeof message === "string" && Array.isArray(warnings);
	if (!isNonce || !isMessage || !Number.isSafeInteger(expiresAt)) {
		throw new TypeError("remember takes what inspectMessage returned");
	}
	return { nonceStr, expiresAt: expiresAt as number, warnings };
}

/** Reads the options. The time becomes seconds. */
export function readRememberOptions(options: unknown): { nowSeconds: number; locale: Locale } {
	const given = optionalOptions(options);
	return {
		nowSeconds: Math.floor((time(given, "now") ?? Date.now()) / 1000),
		locale: locale(given, "locale") ?? "zh-CN",
	};
}

/** A refusal with its message. */
export function refusalOf(code: RefusalCode, locale: Locale): Refusal {
	const input = writeInput(encoder.encode(code));
	return readRefusal(responseOf(core().refusal_of(input, flagsOfLocale(locale))));
}

/** Turns an accepted message into a refused one. */
export function refusedFor(refusal: Refusal, { warnings }: AcceptedNonce): RefusedMessage {
	return { accepted: false, refusals: [refusal], warnings };
}
