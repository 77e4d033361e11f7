import type { Api, DefaultApi, GetApi, NamesApi, Profile, State, UnknownKeys } from "../bridge/types.js";
import type { IssueMessage, IssueMessages } from "../issues/custom-messages.js";
import type { LanguageTag } from "../options/locale.js";

/**
 * What to validate against.
 *
 * As everywhere in the package, options are an object's own enumerable members; what it inherits does not count. One
 * object may serve several functions: each takes its own options and lets those of the others pass. A name that none of
 * them takes is a TypeError, which names the nearest.
 */
export interface ValidateOptions<A extends Api | GetApi = DefaultApi> extends NamesApi<A> {
	/**
	 * The card as `GET …/cards/{card_id}` returns it: turns on the rules against its current state. What it does not hold
	 * counts as unknown, and what has no field of a card, such as an HTTP client's envelope around it, is reported. `null`
	 * means, as its absence does, that the card is not known.
	 */
	current?: State<A> | null;
	/** The language of messages. Default: `"zh-CN"`. */
	locale?: LanguageTag;
	/** Replaces the default allow-list of image hosts: hosts alone, such as `img.example.com`, without wildcards. */
	imageHosts?: readonly string[];
	/**
	 * What becomes of keys that the API does not list: they stay in the body and are reported as warnings (`"warn"`), are
	 * errors (`"refuse"`), or are left out of the body with all that they hold, and reported (`"drop"`). An update that has
	 * no other keys is an error in any case. Default: `"warn"`; `"refuse"` at the endpoints of card-member, which refuse them.
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
