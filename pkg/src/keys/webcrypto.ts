/** Keys where there is WebCrypto: Cloudflare Workers, Deno, browsers, and Node.js, too. No key enters the package's module. */

import type { Locale } from "../bridge/types.js";
import { describeKey } from "../request/describe-key.js";
import type { Global } from "../runtime/global.js";
import { derOf as derValue, derValues, sequence, sequenceOf } from "./der.js";
import { derOf, type PemBlock, pemBlocks } from "./pem.js";
import { checkMaterial, type KeyMaterial, type KeyOptions, readNamed } from "./read-options.js";
import type {
	CertifiedKey,
	MerchantKey,
	MerchantKeyOptions,
	WechatpayKeyFiles,
	WechatpayKeys,
} from "./types.js";
import { oneKeyAtLeast, verifiesWith } from "./wechatpay.js";
import {
	checkLength,
	damagedKey,
	keysDiffer,
	noCertificate,
	noPrivateKey,
	noPublicKey,
	notRsa,
	serialDiffers,
} from "./words.js";

/** `CryptoKey`. */
type HostKey = Global<"CryptoKey">;

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

/**
 * What signs with the merchant's private key, and with its certificate also the serial number: both are options of `sign` and
 * `send`. The key is a CryptoKey, or a PEM in PKCS#8 or PKCS#1, with a byte order mark, CRLF, quotes, escaped or missing line
 * breaks or without. Rejects with a KeyError that says what was given instead, or that key and certificate do not belong
 * together.
 *
 * ```js
 * const merchant = await merchantKey({ key: env.MERCHANT_KEY, certificate: env.MERCHANT_CERTIFICATE });
 * await send({ payload, cardId, mchid, ...merchant }, { verifier });
 * ```
 */
export async function merchantKey(
	options: MerchantKeyOptions<KeyMaterial | HostKey> & { certificate: KeyMaterial | undefined },
): Promise<CertifiedKey>;
export async function merchantKey(
	options: MerchantKeyOptions<KeyMaterial | HostKey>,
): Promise<MerchantKey | CertifiedKey>;
export async function merchantKey(
	given: MerchantKeyOptions<KeyMaterial | HostKey>,
): Promise<MerchantKey | CertifiedKey> {
	const { options, locale } = readNamed(given, ["key", "certificate", "locale"]);
	const key = isCryptoKey(options.key) ? options.key : await importPrivateKey(options.key, locale);
	checkRsa(key, locale);
	const signer = async (message: Uint8Array) =>
		new Uint8Array(await crypto.subtle.sign(RSA.name, key, message as BufferSource));
	if (!("certificate" in options)) {
		return { signer };
	}
	checkMaterial(options.certificate, "options.certificate");
	const { serialNo, publicKey } = readCertificate(options.certificate, locale);
	const its = await importPublicKey(publicKey);
	const signature = await signer(PROBE);
	if (!(await crypto.subtle.verify(RSA.name, its, signature as BufferSource, PROBE))) {
		throw keysDiffer(serialNo, locale);
	}
	return { signer, serialNo };
}

/**
 * The serial number of a merchant API certificate, `apiclient_cert.pem`, as `serialNo` takes it. Throws a KeyError for what
 * is no certificate.
 */
export function certificateSerialNo(certificate: KeyMaterial, options: KeyOptions = {}): string {
	const { locale } = readNamed(options, ["locale"]);
	checkMaterial(certificate, "the certificate");
	return readCertificate(certificate, locale).serialNo;
}

/**
 * What verifies WeChat Pay's responses, from its public key or platform certificates, by their ids or serial numbers. Give both
 * the old and the new one while WeChat Pay changes from one to the other. Rejects with a KeyError for what is no such key.
 *
 * ```js
 * const wechatpay = await wechatpayKeys({ [env.WECHATPAY_KEY_ID]: env.WECHATPAY_KEY });
 * await send({ payload, cardId, mchid, ...merchant, ...wechatpay }, wechatpay);
 * ```
 */
export async function wechatpayKeys(
	files: WechatpayKeyFiles,
	options: KeyOptions = {},
): Promise<WechatpayKeys> {
	const { locale } = readNamed(options, ["locale"]);
	const given = oneKeyAtLeast(files);
	const keys = new Map<string, HostKey>();
	for (const [id, file] of given) {
		keys.set(id, await readPublicKey(id, file, locale));
	}
	return verifiesWith(
		given[0][0],
		keys,
		(key, message, signature) =>
			crypto.subtle.verify(RSA.name, key, signature as BufferSource, message as BufferSource),
		locale,
	);
}

const CERTIFICATE = "CERTIFICATE";
/** Is signed to see whether a key and a certificate belong together. It is no message of WeChat Pay's. */
const PROBE = Uint8Array.of(0);

function isCryptoKey(key: unknown): key is HostKey {
	return Object.prototype.toString.call(key) === "[object CryptoKey]";
}

async function importPrivateKey(given: KeyMaterial | undefined, locale: Locale): Promise<HostKey> {
	checkMaterial(given, "options.key");
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

/** `rsaEncryption`, and its empty parameters. */
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

/** A key in PKCS#1 as one in PKCS#8, which is all that WebCrypto reads. */
function inPkcs8(pkcs1: Uint8Array): Uint8Array {
	return sequenceOf(VERSION_0, sequenceOf(RSA_ENCRYPTION), derValue(OCTET_STRING, pkcs1));
}

function isRsaInPkcs8(der: Uint8Array, kind: string): boolean {
	return kind === "pkcs1" || der.join().includes(RSA_ENCRYPTION.join());
}

function checkRsa({ algorithm }: HostKey, locale: Locale): void {
	const { modulusLength, namedCurve } = algorithm as { modulusLength?: number; namedCurve?: string };
	if (algorithm.name !== RSA.name || modulusLength === undefined) {
		throw notRsa(algorithm.name, namedCurve, locale);
	}
	checkLength(modulusLength, locale);
}

function importPublicKey(spki: Uint8Array): Promise<HostKey> {
	return crypto.subtle.importKey("spki", spki as BufferSource, RSA, false, ["verify"]);
}

async function readPublicKey(id: string, given: KeyMaterial | undefined, locale: Locale): Promise<HostKey> {
	checkMaterial(given, `the key of ${id}`);
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

/** The public key of a block that is one. */
async function publicKeyOf(block: PemBlock | undefined): Promise<HostKey | undefined> {
	try {
		switch (block?.label) {
			case "PUBLIC KEY":
				return await importPublicKey(derOf(block));
			case "RSA PUBLIC KEY": {
				const bits = derValue(BIT_STRING, Uint8Array.of(0), derOf(block));
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
function readCertificate(given: KeyMaterial, locale: Locale): { serialNo: string; publicKey: Uint8Array } {
	const block = pemBlocks(given).find(({ label }) => label === CERTIFICATE);
	try {
		const [certificate] = derValues(block === undefined ? (given as Uint8Array) : derOf(block));
		const [body] = sequence(certificate);
		const members = sequence(body);
		const [serial, , , , , key] = members[0]?.tag === VERSION ? members.slice(1) : members;
		if (serial === undefined || key === undefined) {
			throw new RangeError("it is too short");
		}
		return { serialNo: hexOf(serial.content), publicKey: key.whole };
	} catch {
		throw noCertificate(given, locale);
	}
}

/** As OpenSSL writes it: in whole bytes, without the zero that only says that the number is positive. */
function hexOf(integer: Uint8Array): string {
	const bytes = integer[0] === 0 && integer.length > 1 ? integer.subarray(1) : integer;
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.toUpperCase();
}
