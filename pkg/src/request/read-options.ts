import { HOSTS, type RequestOptions, SCHEMES } from "../generated/records.js";
import { oneOf, optionsObject, required, seconds, string } from "../options/option-values.js";

const NONCE_BYTES = 16;

/** The options of a request, checked and complete. Throws a TypeError that names the wrong option. */
export function readRequestOptions(options: unknown): RequestOptions {
	const given = optionsObject(options);
	return {
		cardId: required(given, "cardId", string),
		mchid: required(given, "mchid", string),
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
		host: oneOf(given, "host", HOSTS) ?? "main",
		wechatpaySerial: string(given, "wechatpaySerial"),
		scheme: oneOf(given, "scheme", SCHEMES) ?? "WECHATPAY2-SHA256-RSA2048",
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
