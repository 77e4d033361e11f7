import type { KeyMaterial } from "./read-options.js";
import type { WechatpayKeyFiles } from "./types.js";

type Given = [id: string, file: KeyMaterial];

/** WeChat Pay's keys, of which there is one at least. Throws a TypeError. */
export function oneKeyAtLeast(files: WechatpayKeyFiles): [Given, ...Given[]] {
	const given = typeof files === "object" && files !== null ? Object.entries(files) : [];
	if (given.length === 0) {
		throw new TypeError(
			"wechatpayKeys takes an object with WeChat Pay's keys by their ids or serial numbers: { PUB_KEY_ID_…: pem }",
		);
	}
	return given as [Given, ...Given[]];
}

/** Whether a signature of that type is one of RSA and SHA-256. */
export function isRsaSignature(signatureType: string): boolean {
	return signatureType.endsWith("-SHA256-RSA2048");
}
