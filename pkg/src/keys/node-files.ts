/** Reads the files of keys and certificates with Node.js. */

import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import type { Locale } from "../bridge/types.js";
import {
	checkLength,
	damagedKey,
	noCertificate,
	noPrivateKey,
	noPublicKey,
	notRsa,
	serialDiffers,
	wrongPassphrase,
} from "./key-error.js";
import { type PemBlock, pemBlocks } from "./pem.js";
import { assertKeyMaterial, type KeyMaterial } from "./read-options.js";

const CERTIFICATE = "CERTIFICATE";

/** Reads an RSA private key in any form. Throws a KeyError. */
export function readPrivateKey(
	given: KeyMaterial,
	passphrase: string | undefined,
	locale: Locale,
): KeyObject {
	const block = pemBlocks(given).find(({ label }) => label.endsWith("PRIVATE KEY"));
	if (block === undefined || (isEncrypted(block) && passphrase === undefined)) {
		throw noPrivateKey(given, locale);
	}
	const key = decryptedKey(block, passphrase, locale);
	checkRsa(key, locale);
	return key;
}

function decryptedKey(block: PemBlock, passphrase: string | undefined, locale: Locale): KeyObject {
	try {
		return createPrivateKey({ key: block.pem, ...(passphrase !== undefined && { passphrase }) });
	} catch {
		// OpenSSL's message does not help people.
		throw isEncrypted(block) ? wrongPassphrase(locale) : damagedKey(locale);
	}
}

function isEncrypted({ label, pem }: PemBlock): boolean {
	return label.startsWith("ENCRYPTED") || pem.includes("ENCRYPTED");
}

/** Reads a certificate. Throws a KeyError. */
export function readCertificate(given: KeyMaterial, locale: Locale): X509Certificate {
	const block = pemBlocks(given).find(({ label }) => label === CERTIFICATE);
	try {
		return new X509Certificate(block?.pem ?? given);
	} catch {
		throw noCertificate(given, locale);
	}
}

/** Reads WeChat Pay's public key, or that of its certificate. Throws a KeyError. */
export function readPublicKey(id: string, given: KeyMaterial, locale: Locale): KeyObject {
	assertKeyMaterial(given, `the key of ${id}`);
	const [block] = pemBlocks(given);
	if (block?.label === CERTIFICATE) {
		const { publicKey, serialNumber } = readCertificate(given, locale);
		if (serialNumber !== id.toUpperCase()) {
			throw serialDiffers(id, serialNumber, locale);
		}
		return publicKey;
	}
	const key = publicKeyOf(block);
	if (key === undefined) {
		throw noPublicKey(id, given, locale);
	}
	checkRsa(key, locale);
	return key;
}

/** The public key in a block. Private keys are not accepted here. */
function publicKeyOf(block: PemBlock | undefined): KeyObject | undefined {
	try {
		return block?.label.endsWith("PUBLIC KEY") ? createPublicKey(block.pem) : undefined;
	} catch {
		return undefined;
	}
}

function checkRsa(key: KeyObject, locale: Locale): void {
	const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
	if (key.asymmetricKeyType !== "rsa") {
		throw notRsa(key.asymmetricKeyType?.toUpperCase() ?? "?", namedCurve, locale);
	}
	checkLength(modulusLength, locale);
}
