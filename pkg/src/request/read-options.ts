import type { Host, Scheme } from "../bridge/types.js";
import { HOSTS, SCHEMES } from "../options/choices.js";
import { oneOf, optionsObject, required, seconds, string } from "../options/option-values.js";

const NONCE_BYTES = 16;

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
