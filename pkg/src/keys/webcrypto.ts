/** Keys where there is WebCrypto: Cloudflare Workers, Deno, browsers, and Node.js, too. No key enters the package's module. */

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
 * The serial number of a merchant API certificate, `apiclient_cert.pem`, as `serialNo` takes it. Throws a KeyError for what
 * is no certificate.
 */
export function certificateSerialNo(certificate: KeyMaterial, options: KeyOptions = {}): string {
	const { locale } = readKeyOptions(options, ["locale"]);
	assertKeyMaterial(certificate, "the certificate");
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
