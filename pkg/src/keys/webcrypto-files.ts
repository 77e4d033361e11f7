/** Reads the files of keys and certificates with WebCrypto. */

import type { Locale } from "../bridge/types.js";
import { describeKey } from "../request/describe-key.js";
import type { Global } from "../runtime/host.js";
import { encodeDer, readDer, readSequence, sequenceOf } from "./der.js";
import {
	checkLength,
	damagedKey,
	noCertificate,
	noPrivateKey,
	noPublicKey,
	notRsa,
	serialDiffers,
} from "./key-error.js";
import { derOf, type PemBlock, pemBlocks } from "./pem.js";
import { assertKeyMaterial, type KeyMaterial } from "./read-options.js";

/** `CryptoKey`. */
export type HostKey = Global<"CryptoKey">;

/** How keys are used: RSA with SHA-256. */
export const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

const CERTIFICATE = "CERTIFICATE";

export async function importPrivateKey(given: KeyMaterial | undefined, locale: Locale): Promise<HostKey> {
	assertKeyMaterial(given, "options.key");
	const block = pemBlocks(given).find(({ label }) => label.endsWith("PRIVATE KEY"));
	const kind = block && describeKey(block.pem).kind;
	if (block === undefined || (kind !== "pkcs8" && kind !== "pkcs1")) {
		throw noPrivateKey(given, locale);
	}
	const der = derOf(block);
	try {
		return await crypto.subtle.importKey(
			"pkcs8",
			(kind === "pkcs8" ? der : inPkcs8(der)) as BufferSource,
			RSA,
			false,
			["sign"],
		);
	} catch {
		throw isRsaInPkcs8(der, kind) ? damagedKey(locale) : notRsa("PKCS#8", undefined, locale);
	}
}

/** `rsaEncryption` with its NULL parameters. */
const RSA_ENCRYPTION = Uint8Array.of(
	0x06,
	0x09,
	0x2a,
	0x86,
	0x48,
	0x86,
	0xf7,
	0x0d,
	0x01,
	0x01,
	0x01,
	0x05,
	0x00,
);
const VERSION_0 = Uint8Array.of(0x02, 0x01, 0x00);
const OCTET_STRING = 0x04;

/** Wraps a PKCS#1 key in PKCS#8, the only form that WebCrypto reads. */
function inPkcs8(pkcs1: Uint8Array): Uint8Array {
	return sequenceOf(VERSION_0, sequenceOf(RSA_ENCRYPTION), encodeDer(OCTET_STRING, pkcs1));
}

function isRsaInPkcs8(der: Uint8Array, kind: string): boolean {
	return kind === "pkcs1" || der.join().includes(RSA_ENCRYPTION.join());
}

export function checkRsa({ algorithm }: HostKey, locale: Locale): void {
	const { modulusLength, namedCurve } = algorithm as { modulusLength?: number; namedCurve?: string };
	if (algorithm.name !== RSA.name || modulusLength === undefined) {
		throw notRsa(algorithm.name, namedCurve, locale);
	}
	checkLength(modulusLength, locale);
}

export function importPublicKey(spki: Uint8Array): Promise<HostKey> {
	return crypto.subtle.importKey("spki", spki as BufferSource, RSA, false, ["verify"]);
}

export async function readPublicKey(
	id: string,
	given: KeyMaterial | undefined,
	locale: Locale,
): Promise<HostKey> {
	assertKeyMaterial(given, `the key of ${id}`);
	const [block] = pemBlocks(given);
	if (block?.label === CERTIFICATE) {
		const { serialNo, publicKey } = readCertificate(given, locale);
		if (serialNo !== id.toUpperCase()) {
			throw serialDiffers(id, serialNo, locale);
		}
		return importPublicKey(publicKey);
	}
	const key = await publicKeyOf(block);
	if (key === undefined) {
		throw noPublicKey(id, given, locale);
	}
	checkRsa(key, locale);
	return key;
}

const BIT_STRING = 0x03;

/** The public key in a block. */
async function publicKeyOf(block: PemBlock | undefined): Promise<HostKey | undefined> {
	try {
		switch (block?.label) {
			case "PUBLIC KEY":
				return await importPublicKey(derOf(block));
			case "RSA PUBLIC KEY": {
				const bits = encodeDer(BIT_STRING, Uint8Array.of(0), derOf(block));
				return await importPublicKey(sequenceOf(sequenceOf(RSA_ENCRYPTION), bits));
			}
			default:
				return undefined;
		}
	} catch {
		return undefined;
	}
}

const VERSION = 0xa0;

/** The serial number and the public key of a certificate (RFC 5280, 4.1). Throws a KeyError. */
export function readCertificate(
	given: KeyMaterial,
	locale: Locale,
): { serialNo: string; publicKey: Uint8Array } {
	const block = pemBlocks(given).find(({ label }) => label === CERTIFICATE);
	try {
		const [certificate] = readDer(block === undefined ? (given as Uint8Array) : derOf(block));
		const [body] = readSequence(certificate);
		const members = readSequence(body);
		const [serial, , , , , key] = members[0]?.tag === VERSION ? members.slice(1) : members;
		if (serial === undefined || key === undefined) {
			throw new RangeError("it is too short");
		}
		return { serialNo: hexOf(serial.content), publicKey: key.whole };
	} catch {
		throw noCertificate(given, locale);
	}
}

/** Writes an integer as OpenSSL does: in whole bytes, without the leading zero that marks it as positive. */
function hexOf(integer: Uint8Array): string {
	const bytes = integer[0] === 0 && integer.length > 1 ? integer.subarray(1) : integer;
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.toUpperCase();
}
