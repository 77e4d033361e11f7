import type { IssueMessage, IssueMessages } from "./issues/own-words.js";
import type { LanguageTag } from "./locale.js";
import type { Signer } from "./signer.js";
import type { CardState, Host, Profile, Scheme, UnknownKeys } from "./types.js";

/**
 * What to validate against.
 *
 * As everywhere in the package, options are an object's own enumerable members; what it inherits does not count. One
 * object may serve several functions: each takes its own options and lets those of the others pass. A name that none of
 * them takes is a TypeError, which names the nearest.
 */
export interface ValidateOptions {
	/**
	 * The card as `GET …/cards/{card_id}` returns it: turns on the rules against its current state. What it does not hold
	 * counts as unknown, and what has no field of a card, such as an HTTP client's envelope around it, is reported. `null`
	 * means, as its absence does, that the card is not known.
	 */
	current?: CardState | null;
	/** The language of messages. Default: `"zh-CN"`. */
	locale?: LanguageTag;
	/** Replaces the default allow-list of image hosts: hosts alone, such as `img.example.com`, without wildcards. */
	imageHosts?: readonly string[];
	/**
	 * What becomes of keys that the API does not list: they stay in the body and are reported as warnings (`"warn"`), are
	 * errors (`"refuse"`), or are left out of the body with all that they hold, and reported (`"drop"`). An update that has
	 * no other keys is an error in any case. Default: `"warn"`.
	 */
	unknownKeys?: UnknownKeys;
	/** The time to check against, in milliseconds since the epoch. Default: the host's clock. */
	now?: number;
	/** Which of the API's two official pages applies: the service provider's or the merchant's. Default: `"partner"`. */
	profile?: Profile;
	/** Writes every time of the body with the offset `+08:00`. Default: times stay as given. */
	chinaTime?: boolean;
	/** Messages of one's own, by code or from a function. Default: the package's, in the language of `locale`. */
	messages?: IssueMessage | IssueMessages;
}

/** What to validate against, and whose request it becomes. */
export interface RequestOptions extends ValidateOptions {
	/** The card to update: `card_id` as creation returned it, at most 32 characters. */
	cardId: string;
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
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
