import type { ResponseSignature, SignatureVerdict } from "../response/verify-response.js";
import type { KeyMaterial, KeyOptions } from "./read-options.js";

/** The merchant's key, and its certificate. */
export interface MerchantKeyOptions<Key = KeyMaterial> extends KeyOptions {
	/** The merchant's private key, `apiclient_key.pem`, in PKCS#8 or PKCS#1. */
	key: Key | undefined;
	/** The merchant API certificate, `apiclient_cert.pem`. It gives the serial number, and is checked against the key. */
	certificate?: KeyMaterial | undefined;
}

/** A signer for the options of `sign` and `send`. */
export interface MerchantKey {
	/** Signs with SHA-256 and RSA. */
	signer: (message: Uint8Array) => Promise<Uint8Array>;
}

/** A signer and the serial number of its certificate. */
export interface CertifiedKey extends MerchantKey {
	/** The serial number of the certificate. */
	serialNo: string;
}

/** WeChat Pay's keys by name: `PUB_KEY_ID_…`, or the serial number of a platform certificate. */
export type WechatpayKeyFiles = Readonly<Record<string, KeyMaterial | undefined>>;

/** A verifier of WeChat Pay's responses, for the options of `send` and `verifyResponse`. */
export interface WechatpayKeys {
	/** Verifies with the key that the response names. Returns `"unknown_key"` if it was not given. */
	verifier: (
		message: Uint8Array,
		signature: Uint8Array,
		info: ResponseSignature,
	) => Promise<SignatureVerdict>;
	/**
	 * The id or serial number of the first key. The request sends it, so that WeChat Pay signs with that key. Required for
	 * brands.
	 */
	wechatpaySerial: string;
}
