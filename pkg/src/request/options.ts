import type { Host, Scheme } from "../bridge/types.js";
import type { ValidateOptions } from "../validate/options.js";
import type { Signer } from "./signer.js";

/** What to validate against, and whose request it becomes. */
export interface RequestOptions extends ValidateOptions {
	/** The card to update: `card_id` as creation returned it, at most 32 characters. */
	cardId: string;
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
	/** The brand that owns the card, where the query names it: when a service provider reads a card of `card-member`. */
	brandId?: string;
	/** The serial number of the merchant API certificate. */
	serialNo: string;
	/** In seconds. Default: the host's clock. */
	timestamp?: number;
	/** Default: 32 characters from the host's secure random source. */
	nonceStr?: string;
	/** `"main"` is `api.mch.weixin.qq.com`, `"backup"` is `api2.mch.weixin.qq.com`. Default: `"main"`. */
	host?: Host;
	/** The id of the WeChat Pay public key, or the serial number of the platform certificate. */
	wechatpaySerial?: string;
	/** How the signer signs. Default: `"WECHATPAY2-SHA256-RSA2048"`. */
	scheme?: Scheme;
}

/** What to validate against, whose request it becomes, and who signs it. */
export interface SignOptions extends RequestOptions {
	/** Signs the message; the private key stays with it. */
	signer: Signer;
}
