/**
 * Keys on Node.js: signing, verifying, and the serial number of a certificate. It needs no WebAssembly.
 *
 * @packageDocumentation
 */

export { KeyError, type KeyErrorCode } from "../keys/key-error.js";
export { certificateSerialNo, merchantKey, type NodeKeyOptions, wechatpayKeys } from "../keys/node.js";
export type { KeyMaterial, KeyOptions } from "../keys/read-options.js";
export type {
	CertifiedKey,
	MerchantKey,
	MerchantKeyOptions,
	WechatpayKeyFiles,
	WechatpayKeys,
} from "../keys/types.js";
