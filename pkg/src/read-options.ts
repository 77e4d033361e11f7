import { HOSTS, PROFILES, SCHEMES, UNKNOWN_KEYS } from "./choices.js";
import { hostTextOf } from "./host-value.js";
import { LOCALES } from "./locale.js";
import {
	boolean,
	finiteNumber,
	func,
	oneOf,
	optionsObject,
	required,
	seconds,
	string,
	strings,
} from "./option-values.js";
import type { Signer } from "./signer.js";
import type { Host, Locale, Profile, Scheme, UnknownKeys } from "./types.js";

const NONCE_BYTES = 16;

/** The options of a validation, complete. */
export interface ReadOptions {
	locale: Locale;
	/** Milliseconds since the epoch. */
	now: number;
	/** The card's current state, in host notation. */
	current?: Uint8Array;
	imageHosts?: string[];
	unknownKeys?: UnknownKeys;
	profile?: Profile;
	chinaTime?: boolean;
}

/** The options of a validation, checked and complete. Throws a TypeError that names the wrong option. */
export function readValidateOptions(options: unknown): ReadOptions {
	if (options === undefined) {
		return { locale: "zh-CN", now: Date.now() };
	}
	const given = optionsObject(options);
	const read: ReadOptions = {
		locale: oneOf(given, "locale", LOCALES) ?? "zh-CN",
		now: finiteNumber(given, "now") ?? Date.now(),
	};
	const { current } = given;
	if (current !== undefined) {
		read.current = hostTextOf(current);
	}
	const imageHosts = strings(given, "imageHosts");
	if (imageHosts !== undefined) {
		read.imageHosts = imageHosts;
	}
	const unknownKeys = oneOf(given, "unknownKeys", UNKNOWN_KEYS);
	if (unknownKeys !== undefined) {
		read.unknownKeys = unknownKeys;
	}
	const profile = oneOf(given, "profile", PROFILES);
	if (profile !== undefined) {
		read.profile = profile;
	}
	const chinaTime = boolean(given, "chinaTime");
	if (chinaTime !== undefined) {
		read.chinaTime = chinaTime;
	}
	return read;
}

/** The options of a request, complete. */
export interface ReadRequest {
	cardId: string;
	mchid: string;
	serialNo: string;
	/** In seconds. */
	timestamp: number;
	nonceStr: string;
	host?: Host;
	wechatpaySerial?: string;
	scheme?: Scheme;
}

/** The options of a request, checked and complete. Throws a TypeError that names the wrong option. */
export function readRequestOptions(options: unknown): ReadRequest {
	const given = optionsObject(options);
	const read: ReadRequest = {
		cardId: required(given, "cardId", string),
		mchid: required(given, "mchid", string),
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
	};
	const host = oneOf(given, "host", HOSTS);
	if (host !== undefined) {
		read.host = host;
	}
	const wechatpaySerial = string(given, "wechatpaySerial");
	if (wechatpaySerial !== undefined) {
		read.wechatpaySerial = wechatpaySerial;
	}
	const scheme = oneOf(given, "scheme", SCHEMES);
	if (scheme !== undefined) {
		read.scheme = scheme;
	}
	return read;
}

/** The signer among the options. */
export function readSigner(options: unknown): Signer {
	return required(optionsObject(options), "signer", func<Signer>);
}

function randomNonce(): string {
	if (typeof globalThis.crypto?.getRandomValues !== "function") {
		throw new TypeError(
			"options.nonceStr is missing, and this host has no secure random source to make one of",
		);
	}
	const bytes = globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.toUpperCase();
}
