/** The same as `entries/node.ts`, with WebCrypto. It needs no WebAssembly. */

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
