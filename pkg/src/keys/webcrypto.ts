/** Keys with WebCrypto: Cloudflare Workers, Deno, browsers, Node.js. No key enters the WebAssembly module. */

import { keysDiffer } from "./key-error.js";
import { assertKeyMaterial, type KeyMaterial, type KeyOptions, readKeyOptions } from "./read-options.js";
import type {
	CertifiedKey,
	MerchantKey,
	MerchantKeyOptions,
	WechatpayKeyFiles,
	WechatpayKeys,
} from "./types.js";
import {
	checkRsa,
	type HostKey,
	importPrivateKey,
	importPublicKey,
	RSA,
	readCertificate,
	readPublicKey,
} from "./webcrypto-files.js";
import { readKeyFiles, wechatpayVerifier } from "./wechatpay.js";

/** Signed to check whether a key and a certificate belong together. No message of WeChat Pay looks like this. */
const PROBE = Uint8Array.of(0);

/**
 * Reads the merchant's private key and certificate, and fulfils with `signer` and `serialNo` for the options of `sign`
 * and `send`. The key is a CryptoKey, or a PEM in PKCS#8 or PKCS#1. A byte order mark, CRLF, quotes, and escaped or
 * missing line breaks are repaired. Rejects with a KeyError if it is something else, or if key and certificate do not
 * belong together.
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
	const { options, locale } = readKeyOptions(given, ["key", "certificate", "locale"]);
	const key = isCryptoKey(options.key) ? options.key : await importPrivateKey(options.key, locale);
	checkRsa(key, locale);
	const signer = async (message: Uint8Array) =>
		new Uint8Array(await crypto.subtle.sign(RSA.name, key, message as BufferSource));
	if (!("certificate" in options)) {
		return { signer };
	}
	assertKeyMaterial(options.certificate, "options.certificate");
	const { serialNo, publicKey } = readCertificate(options.certificate, locale);
	const its = await importPublicKey(publicKey);
	const signature = await signer(PROBE);
	if (!(await crypto.subtle.verify(RSA.name, its, signature as BufferSource, PROBE))) {
		throw keysDiffer(serialNo, locale);
	}
	return { signer, serialNo };
}

/**
 * The serial number of a merchant API certificate, `apiclient_cert.pem`, for the option `serialNo`. Throws a KeyError
 * for anything else.
 */
export function certificateSerialNo(certificate: KeyMaterial, options: KeyOptions = {}): string {
	const { locale } = readKeyOptions(options, ["locale"]);
	assertKeyMaterial(certificate, "the certificate");
	return readCertificate(certificate, locale).serialNo;
}

/**
 * Reads WeChat Pay's public key or platform certificates, and fulfils with `verifier` and `wechatpaySerial` for the
 * options. The names are public key ids or serial numbers. Give the old and the new key while WeChat Pay changes keys.
 * Rejects with a KeyError for an unusable key.
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
	const { locale } = readKeyOptions(options, ["locale"]);
	const given = readKeyFiles(files);
	const keys = new Map<string, HostKey>();
	for (const [id, file] of given) {
		keys.set(id, await readPublicKey(id, file, locale));
	}
	return wechatpayVerifier(
		given[0][0],
		keys,
		(key, message, signature) =>
			crypto.subtle.verify(RSA.name, key, signature as BufferSource, message as BufferSource),
		locale,
	);
}

function isCryptoKey(key: unknown): key is HostKey {
	return Object.prototype.toString.call(key) === "[object CryptoKey]";
}
