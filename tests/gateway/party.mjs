/** The two sides of an exchange: their keys, and what they do with them. */

import { generateKeyPairSync, sign, verify } from "node:crypto";

/** A merchant and a brand with a key that only their signer uses, and WeChat Pay with one for its answers. */
export function parties() {
	const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const theirs = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const platformSerial = "PUB_KEY_ID_0119000001092024111200000000000000";
	const merchant = { mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	const brand = { brandId: "1004", serialNo: "3493DE0D9BB4EB98A8C65EAA7E8EE887EC24B71A" };
	const cardId = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
	return {
		/** What the gateway knows. */
		gateway: {
			merchant: { ...merchant, publicKey: ours.publicKey },
			brand: { ...brand, publicKey: ours.publicKey },
			platform: { serial: platformSerial, privateKey: theirs.privateKey },
		},
		/** What the merchant's requests have in common. */
		request: { ...merchant, cardId },
		/** What those of the brand have, which signs by itself. */
		requestOfBrand: { ...brand, cardId, wechatpaySerial: platformSerial },
		privateKeyPem: ours.privateKey.export({ type: "pkcs8", format: "pem" }),
		platformKeys: { [platformSerial]: theirs.publicKey.export({ type: "spki", format: "der" }) },
		signer: (message) => sign("sha256", message, ours.privateKey),
		verifier: (message, signature, { serial }) =>
			serial === platformSerial ? verify("sha256", message, theirs.publicKey, signature) : "unknown_key",
	};
}
