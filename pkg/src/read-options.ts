import { HOSTS, PROFILES, SCHEMES, UNKNOWN_KEYS } from "./choices.js";
import { quoted } from "./describe.js";
import { hostTextOf } from "./host-value.js";
import { hostIn, isHost } from "./image-hosts.js";
import {
	boolean,
	func,
	locale,
	type Options,
	oneOf,
	optionalOptions,
	optionsObject,
	required,
	seconds,
	string,
	strings,
	time,
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
	current: Uint8Array | undefined;
	imageHosts: string[] | undefined;
	unknownKeys: UnknownKeys | undefined;
	profile: Profile | undefined;
	chinaTime: boolean | undefined;
}

/** The options of a validation, checked and complete. Throws a TypeError that names the wrong option. */
export function readValidateOptions(options: unknown): ReadOptions {
	const given = optionalOptions(options);
	const { current } = given;
	return {
		locale: locale(given, "locale") ?? "zh-CN",
		now: time(given, "now") ?? Date.now(),
		// Programs that have no card yet hold null.
		current: current === undefined || current === null ? undefined : hostTextOf(current),
		imageHosts: readImageHosts(given, "imageHosts"),
		unknownKeys: oneOf(given, "unknownKeys", UNKNOWN_KEYS),
		profile: oneOf(given, "profile", PROFILES),
		chinaTime: boolean(given, "chinaTime"),
	};
}

/** The hosts that images may have. Throws a TypeError for those that no image could have. */
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

/** The options of a request, complete. */
export interface ReadRequest {
	cardId: string;
	mchid: string;
	serialNo: string;
	/** In seconds. */
	timestamp: number;
	nonceStr: string;
	host?: Host | undefined;
	wechatpaySerial?: string | undefined;
	scheme?: Scheme | undefined;
}

/** The options of a request, checked and complete. Throws a TypeError that names the wrong option. */
export function readRequestOptions(options: unknown): ReadRequest {
	const given = optionsObject(options);
	return {
		cardId: required(given, "cardId", string),
		mchid: required(given, "mchid", string),
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
		host: oneOf(given, "host", HOSTS),
		wechatpaySerial: string(given, "wechatpaySerial"),
		scheme: oneOf(given, "scheme", SCHEMES),
	};
}

/** The signer among the options. */
export function readSigner(options: unknown): Signer {
	return required(
		optionsObject(options),
		"signer",
		func<Signer>,
		"give a function that signs a message and returns the signature",
	);
}

/** A nonce of 128 bits from the host's secure random source. Throws a TypeError without one. */
export function randomNonce(): string {
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
