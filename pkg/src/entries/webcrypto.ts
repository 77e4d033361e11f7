/**
 * Keys with WebCrypto: signing, verifying, and the serial number of a certificate. It needs no WebAssembly.
 *
 * @packageDocumentation
 */

export { KeyError, type KeyErrorCode } from "../keys/key-error.js";
export type { KeyMaterial, KeyOptions } from "../keys/read-options.js";
export type {
	CertifiedKey,
	MerchantKey,
	MerchantKeyOptions,
	WechatpayKeyFiles,
	WechatpayKeys,
} from "../keys/types.js";
export { certificateSerialNo, merchantKey, wechatpayKeys } from "../keys/webcrypto.js";
