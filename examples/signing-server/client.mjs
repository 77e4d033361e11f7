/** The side without the private key. It uses nothing that a browser does not have. */

import { send } from "wechatpay-membercard";

/** Prepares an update, has it signed by the signing server, sends it and verifies the answer. */
export function updateCard(payload, { request, signer, verifier, ...options }) {
	return send({ ...request, payload, signer }, { verifier, ...options });
}

/** A signer that asks the signing server. What the server refuses is in the error, for people to read. */
export function remoteSigner(url, token) {
	return async (message) => {
		const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
		const response = await fetch(url, { method: "POST", headers, body: message });
		const { signature, refusals, error } = await response.json();
		if (!response.ok) {
			throw new Error(refusals?.map(({ message }) => message).join("\n") ?? error);
		}
		return signature;
	};
}

/** A verifier with WeChat Pay's public keys, each in DER (SPKI) under its serial. */
export async function webVerifier(keys) {
	const { subtle } = globalThis.crypto;
	const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
	const imported = Object.entries(keys).map(async ([serial, der]) => [
		serial,
		await subtle.importKey("spki", der, algorithm, false, ["verify"]),
	]);
	const bySerial = new Map(await Promise.all(imported));
	return async (message, signature, { serial }) => {
		const key = bySerial.get(serial);
		return key === undefined ? "unknown_key" : subtle.verify(algorithm.name, key, signature, message);
	};
}
