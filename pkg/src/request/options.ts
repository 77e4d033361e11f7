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

/** What to validate against, and whose request it becomes. */
export type RequestOptions<A extends Api = DefaultApi> = ValidateOptions<A> &
	Sender &
	Apis[A]["signer"] &
	Apis[A]["card"];

/**
 * Which card is read, and whose request it becomes. The endpoint is the one whose cards are read, as for `validate`, or the one
 * that reads them, such as `"card-member.brand.get"`.
 */
export type GetOptions<A extends Api | GetApi = DefaultApi> = Sender &
	Gets[GetOf<A> & keyof Gets]["signer"] &
	NamesCard &
	NamesApi<A> & {
		/** The language of messages. Default: `"zh-CN"`. */
		locale?: LanguageTag;
		/** Messages of one's own, by code or from a function. Default: the package's, in the language of `locale`. */
		messages?: IssueMessage | IssueMessages;
	};

/** How a request is signed and sent. */
export interface Sender {
	/** The serial number of the API certificate of the merchant, or of the brand. */
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
