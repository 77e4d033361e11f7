import type { Locale } from "../bridge/types.js";
import { otherSignature } from "./key-error.js";
import type { KeyMaterial } from "./read-options.js";
import type { WechatpayKeyFiles, WechatpayKeys } from "./types.js";

type Given = [id: string, file: KeyMaterial];

/** Reads WeChat Pay's keys. Throws a TypeError if there are none. */
export function readKeyFiles(files: WechatpayKeyFiles): [Given, ...Given[]] {
	const given = typeof files === "object" && files !== null ? Object.entries(files) : [];
	if (given.length === 0) {
		throw new TypeError(
			"wechatpayKeys takes an object with WeChat Pay's keys by their ids or serial numbers: { PUB_KEY_ID_…: pem }",
		);
	}
	return given as [Given, ...Given[]];
}

/** Whether a signature was made with the key. */
type Verify<Key> = (key: Key, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** A verifier that uses the key that the response names. */
export function wechatpayVerifier<Key>(
	wechatpaySerial: string,
	keys: ReadonlyMap<string, Key>,
	verify: Verify<Key>,
	locale: Locale,
): WechatpayKeys {
	const byId = new Map([...keys].map(([id, key]) => [id.toUpperCase(), key]));
	return {
		wechatpaySerial,
		async verifier(message, signature, { serial, signatureType }) {
			const key = byId.get(serial.toUpperCase());
			if (key === undefined) {
				return "unknown_key";
			}
			if (!signatureType.endsWith("-SHA256-RSA2048")) {
				throw otherSignature(signatureType, locale);
			}
			return verify(key, message, signature);
		},
	};
}
