import { HOSTS, type RequestOptions, SCHEMES } from "../generated/records.js";
import { operationOf } from "../options/api.js";
import { oneOf, optionsObject, required, seconds, string } from "../options/option-values.js";

const NONCE_BYTES = 16;

/** The options of a request to an endpoint, checked and complete. Throws a TypeError that names the wrong option. */
export function readRequestOptions(options: unknown, api: string | undefined): RequestOptions {
	const given = optionsObject(options);
	const { hasCardId, scheme } = operationOf(api);
	return {
		// One object of options may serve several endpoints.
		cardId: hasCardId ? required(given, "cardId", string) : "",
		mchid: required(given, "mchid", string),
		brandId: string(given, "brandId"),
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
		host: oneOf(given, "host", HOSTS) ?? "main",
		wechatpaySerial: string(given, "wechatpaySerial"),
		scheme: oneOf(given, "scheme", SCHEMES) ?? scheme,
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
