/** The two parties of an exchange and their keys. */

import { generateKeyPairSync, sign, verify } from "node:crypto";

/** A merchant and a brand with signing keys, and WeChat Pay with a key for its responses. */
export function parties() {
	const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const theirs = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const platformSerial = "PUB_KEY_ID_0119000001092024111200000000000000";
	const merchant = { mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	const brand = { brandId: "1004", serialNo: "3493DE0D9BB4EB98A8C65EAA7E8EE887EC24B71A" };
	const cardId = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
	return {
		/** For the gateway. */
		gateway: {
			merchant: { ...merchant, publicKey: ours.publicKey },
			brand: { ...brand, publicKey: ours.publicKey },
			platform: { serial: platformSerial, privateKey: theirs.privateKey },
		},
		/** The common options of the merchant's requests. */
		request: { ...merchant, cardId },
		/** The common options of the brand's requests. */
		requestOfBrand: { ...brand, cardId, wechatpaySerial: platformSerial },
		privateKeyPem: ours.privateKey.export({ type: "pkcs8", format: "pem" }),
		platformKeys: { [platformSerial]: theirs.publicKey.export({ type: "spki", format: "der" }) },
		signer: (message) => sign("sha256", message, ours.privateKey),
		verifier: (message, signature, { serial }) =>
			serial === platformSerial ? verify("sha256", message, theirs.publicKey, signature) : "unknown_key",
	};
}
