import type { Api, Apis, DefaultApi, Host, Scheme } from "../bridge/types.js";
import type { ValidateOptions } from "../validate/options.js";
import type { Signer } from "./signer.js";

/** What to validate against, and whose request it becomes. */
export type RequestOptions<A extends Api = DefaultApi> = ValidateOptions<A> & Sender & Apis[A]["card"];

/** Whose request it becomes, and how it is sent. */
export interface Sender {
	/** The merchant number (商户号) whose key signs, in digits; where a brand signs, its `brand_id`. */
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
	/** How the signer signs. Default: `"WECHATPAY2-SHA256-RSA2048"`, or what the endpoint takes in its stead. */
	scheme?: Scheme;
}

/** What to validate against, whose request it becomes, and who signs it. */
export type SignOptions<A extends Api = DefaultApi> = RequestOptions<A> & {
	/** Signs the message; the private key stays with it. */
	signer: Signer;
};
