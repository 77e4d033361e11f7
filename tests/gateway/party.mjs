/** The two sides of an exchange: their keys, and what they do with them. */

import { generateKeyPairSync, sign, verify } from "node:crypto";

/** A merchant with a key that only its signer uses, and WeChat Pay with one for its answers. */
export function parties() {
	const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const theirs = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const platformSerial = "PUB_KEY_ID_0119000001092024111200000000000000";
	const merchant = { mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	return {
		/** What the gateway knows. */
		gateway: {
			merchant: { ...merchant, publicKey: ours.publicKey },
			platform: { serial: platformSerial, privateKey: theirs.privateKey },
		},
		/** What the merchant's requests have in common. */
		request: { ...merchant, cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ" },
		privateKeyPem: ours.privateKey.export({ type: "pkcs8", format: "pem" }),
		platformKeys: { [platformSerial]: theirs.publicKey.export({ type: "spki", format: "der" }) },
		signer: (message) => sign("sha256", message, ours.privateKey),
		verifier: (message, signature, { serial }) =>
			serial === platformSerial ? verify("sha256", message, theirs.publicKey, signature) : "unknown_key",
	};
}
