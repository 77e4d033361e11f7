import type { GetOperation, Operation } from "../generated/glue.js";
import { HOSTS, type RequestOptions, SCHEMES } from "../generated/records.js";
import { oneOf, optionsObject, required, seconds, string } from "../options/option-values.js";

const NONCE_BYTES = 16;

/** Reads the options of a request, and fills in defaults. Throws a TypeError that names the wrong option. */
export function readRequestOptions(
	options: unknown,
	{ hasCardId, hasBrandId, identity, scheme }: Operation & Partial<GetOperation>,
): RequestOptions {
	const given = optionsObject(options);
	const isOfBrand = identity === "brandId";
	// One options object may serve several endpoints: members that a request does not need are ignored.
	return {
		cardId: hasCardId ? required(given, "cardId", string) : "",
		mchid: isOfBrand ? "" : required(given, "mchid", string, "merchants sign with it, not with a brandId"),
		brandId:
			isOfBrand || hasBrandId
				? required(given, "brandId", string, isOfBrand ? "brands sign with it, not with a mchid" : undefined)
				: undefined,
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
		host: oneOf(given, "host", HOSTS) ?? "main",
		wechatpaySerial: string(given, "wechatpaySerial"),
		scheme: oneOf(given, "scheme", SCHEMES) ?? scheme,
	};
}

/** A random nonce of 128 bits. Throws a TypeError if the host has no secure random source. */
export function randomNonce(): string {
	const bytes = randomBytes(
		NONCE_BYTES,
		"options.nonceStr is missing, and this host has no secure random source to make one of",
	);
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.toUpperCase();
}

/** Random bytes. Throws a TypeError with this message if the host has no secure random source. */
export function randomBytes(length: number, message: string): Uint8Array {
	if (typeof globalThis.crypto?.getRandomValues !== "function") {
		throw new TypeError(message);
	}
	return globalThis.crypto.getRandomValues(new Uint8Array(length));
}
