/** Keys on Node.js, with OpenSSL. No key enters the WebAssembly module. */

import { constants, sign, verify } from "node:crypto";
import { promisify } from "node:util";
import { keysDiffer } from "./key-error.js";
import { readCertificate, readPrivateKey, readPublicKey } from "./node-files.js";
import { assertKeyMaterial, type KeyMaterial, type KeyOptions, readKeyOptions } from "./read-options.js";
import type {
	CertifiedKey,
	MerchantKey,
	MerchantKeyOptions,
	WechatpayKeyFiles,
	WechatpayKeys,
} from "./types.js";
import { readKeyFiles, wechatpayVerifier } from "./wechatpay.js";

/** The merchant's key, which may be encrypted on Node.js. */
export interface NodeKeyOptions extends MerchantKeyOptions {
	/** The passphrase of an encrypted key. */
	passphrase?: string | undefined;
}

/** Options with a certificate. */
interface WithCertificate {
	certificate: KeyMaterial | undefined;
}

const signInThread = promisify(sign);
const verifyInThread = promisify(verify);
const padding = constants.RSA_PKCS1_PADDING;

/**
 * Reads the merchant's private key and certificate, and returns `signer` and `serialNo` for the options of `sign` and
 * `send`. The key is PKCS#8 or PKCS#1. A byte order mark, CRLF, quotes, and escaped or missing line breaks are
 * repaired. Throws a KeyError if it is something else, or if key and certificate do not belong together.
 *
 * ```js
 * const merchant = merchantKey({ key: process.env.MERCHANT_KEY, certificate: readFileSync("apiclient_cert.pem") });
 * await send({ payload, cardId, mchid, ...merchant }, { verifier });
 * ```
 */
export function merchantKey(options: NodeKeyOptions & WithCertificate): CertifiedKey;
export function merchantKey(options: NodeKeyOptions): MerchantKey | CertifiedKey;
export function merchantKey(given: NodeKeyOptions): MerchantKey | CertifiedKey {
	const { options, locale } = readKeyOptions(given, ["key", "certificate", "passphrase", "locale"]);
	assertKeyMaterial(options.key, "options.key");
	const key = readPrivateKey(options.key, options.passphrase, locale);
	const signer = (message: Uint8Array) => signInThread("sha256", message, { key, padding });
	if (!("certificate" in options)) {
		return { signer };
	}
	assertKeyMaterial(options.certificate, "options.certificate");
	const certificate = readCertificate(options.certificate, locale);
	if (!certificate.checkPrivateKey(key)) {
		throw keysDiffer(certificate.serialNumber, locale);
	}
	return { signer, serialNo: certificate.serialNumber };
}

/**
 * The serial number of a merchant API certificate, `apiclient_cert.pem`, for the option `serialNo`. Throws a KeyError
 * for anything else.
 */
export function certificateSerialNo(certificate: KeyMaterial, options: KeyOptions = {}): string {
	const { locale } = readKeyOptions(options, ["locale"]);
	assertKeyMaterial(certificate, "the certificate");
	return readCertificate(certificate, locale).serialNumber;
}

/**
 * Reads WeChat Pay's public key or platform certificates, and returns `verifier` and `wechatpaySerial` for the options.
 * The names are public key ids or serial numbers. Give the old and the new key while WeChat Pay changes keys. Throws a
 * KeyError for an unusable key.
 *
 * ```js
 * const wechatpay = wechatpayKeys({ [process.env.WECHATPAY_KEY_ID]: readFileSync("pub_key.pem") });
 * await send({ payload, cardId, mchid, ...merchant, ...wechatpay }, wechatpay);
 * ```
 */
export function wechatpayKeys(files: WechatpayKeyFiles, options: KeyOptions = {}): WechatpayKeys {
	const { locale } = readKeyOptions(options, ["locale"]);
	const given = readKeyFiles(files);
	const keys = new Map(given.map(([id, file]) => [id, readPublicKey(id, file, locale)]));
	return wechatpayVerifier(
		given[0][0],
		keys,
		(key, message, signature) => verifyInThread("sha256", message, { key, padding }, signature),
		locale,
	);
}
