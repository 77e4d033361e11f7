import type { ResponseSignature, SignatureVerdict } from "../response/verify-response.js";
import type { KeyMaterial, KeyOptions } from "./read-options.js";

/** The merchant's key, and its certificate. */
export interface MerchantKeyOptions<Key = KeyMaterial> extends KeyOptions {
	/** The merchant's private key, `apiclient_key.pem`, in PKCS#8 or PKCS#1. */
	key: Key | undefined;
	/** The merchant API certificate, `apiclient_cert.pem`: its serial number is told, and that the key belongs to it. */
	certificate?: KeyMaterial | undefined;
}

/** What signs, as the options of `sign` and `send` have it. */
export interface MerchantKey {
	/** Signs with SHA-256 and RSA. The key stays with it. */
	signer: (message: Uint8Array) => Promise<Uint8Array>;
}

/** What signs, and the serial number of its certificate. */
export interface CertifiedKey extends MerchantKey {
	/** The serial number of the certificate. */
	serialNo: string;
}

/** WeChat Pay's keys: by `PUB_KEY_ID_…`, or by the serial number of a platform certificate. */
export type WechatpayKeyFiles = Readonly<Record<string, KeyMaterial | undefined>>;

/** What verifies WeChat Pay's responses, as the options of `send` and `verifyResponse` have it. */
export interface WechatpayKeys {
	/** Verifies with the key that the response names; a key that is not there is `"unknown_key"`. */
	verifier: (
		message: Uint8Array,
		signature: Uint8Array,
		info: ResponseSignature,
	) => Promise<SignatureVerdict>;
	/** The id or serial number of the first key, which tells WeChat Pay with which to answer. Brands must send it. */
	wechatpaySerial: string;
}
