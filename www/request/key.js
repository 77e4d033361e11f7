/** A temporary RSA key of this page. It never leaves WebCrypto, and is lost when the page closes. */

const ALGORITHM = {
	name: "RSASSA-PKCS1-v1_5",
	hash: "SHA-256",
	modulusLength: 2048,
	publicExponent: new Uint8Array([1, 0, 1]),
};

let pair;

/** Whether this page may use WebCrypto, which exists in secure contexts only. */
export function canSign() {
	return globalThis.crypto?.subtle !== undefined;
}

/** Signs a message, and verifies the signature with the public key. */
export async function signWithKey(message) {
	const { subtle } = crypto;
	pair ??= subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
	const { privateKey, publicKey } = await pair;
	const bytes = new TextEncoder().encode(message);
	const signature = new Uint8Array(await subtle.sign(ALGORITHM.name, privateKey, bytes));
	const verified = await subtle.verify(ALGORITHM.name, publicKey, signature, bytes);
	return { signature, verified };
}
