import type {
	Api,
	Apis,
	DefaultApi,
	GetApi,
	GetOf,
	Gets,
	Host,
	NamesApi,
	NamesCard,
	Scheme,
} from "../bridge/types.js";
import type { IssueMessage, IssueMessages } from "../issues/custom-messages.js";
import type { LanguageTag } from "../options/locale.js";
import type { ValidateOptions } from "../validate/options.js";
import type { Signer } from "./signer.js";

/** Options of the validation and of the request. */
export type RequestOptions<A extends Api = DefaultApi> = ValidateOptions<A> &
	Sender &
	Apis[A]["signer"] &
	Apis[A]["card"];

/**
 * Options of a request that reads a card. `api` is the endpoint whose cards are read, as for `validate`, or the one
 * that reads them, such as `"card-member.brand.get"`.
 */
export type GetOptions<A extends Api | GetApi = DefaultApi> = Sender &
	Gets[GetOf<A> & keyof Gets]["signer"] &
	NamesCard &
	NamesApi<A> & {
		/** The language of messages. Default: `"zh-CN"`. */
		locale?: LanguageTag;
		/** Your own messages, by code or as a function. Default: the package's messages, in the language of `locale`. */
		messages?: IssueMessage | IssueMessages;
	};

/** How a request is signed and sent. */
export interface Sender {
	/** The serial number of the API certificate of the merchant, or of the brand. */
	serialNo: string;
	/** The time of the request in Unix seconds. Default: the host's clock. */
	timestamp?: number;
	/** The nonce. Default: 32 random characters from the host's secure random source. */
	nonceStr?: string;
	/** `"main"` is `api.mch.weixin.qq.com`, `"backup"` is `api2.mch.weixin.qq.com`. Default: `"main"`. */
	host?: Host;
	/** The id of the WeChat Pay public key, or the serial number of the platform certificate. */
	wechatpaySerial?: string;
	/** The signature scheme. Default: the RSA scheme of the endpoint, `"WECHATPAY2-SHA256-RSA2048"` for merchants. */
	scheme?: Scheme;
}

/** Options of the validation and of the request, with its signer. */
export type SignOptions<A extends Api = DefaultApi> = RequestOptions<A> & {
	/** Signs the message. The package never sees the private key. */
	signer: Signer;
};
