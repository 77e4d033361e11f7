import type { Api, DefaultApi, GetApi, NamesApi, Profile, State, UnknownKeys } from "../bridge/types.js";
import type { IssueMessage, IssueMessages } from "../issues/custom-messages.js";
import type { LanguageTag } from "../options/locale.js";

/**
 * Options of a validation.
 *
 * As everywhere in the package, options are own enumerable members of an object. One object may serve several
 * functions: each ignores options of the others. A name that no function knows throws a TypeError with a suggestion.
 */
export interface ValidateOptions<A extends Api | GetApi = DefaultApi> extends NamesApi<A> {
	/**
	 * The card as `GET …/cards/{card_id}` returns it. Enables the rules against its current state. Members that it lacks
	 * count as unknown. An object without any field of a card, such as an HTTP client's response around it, is reported.
	 * `null` is the same as absent.
	 */
	current?: State<A> | null;
	/** The language of messages. Default: `"zh-CN"`. */
	locale?: LanguageTag;
	/** Allowed image hosts instead of the default ones: hosts such as `img.example.com`, without wildcards. */
	imageHosts?: readonly string[];
	/**
	 * What to do with keys that the API does not list: `"warn"` keeps them in the body with a warning, `"refuse"` makes
	 * them errors, `"drop"` removes them from the body with a warning. An update without any known key is always an error.
	 * Default: `"warn"`; for card-member, whose API refuses such keys, `"refuse"`.
	 */
	unknownKeys?: UnknownKeys;
	/** The time to check against, in milliseconds since the epoch. Default: the host's clock. */
	now?: number;
	/**
	 * Which of the API's two official pages applies: the one for service providers or the one for merchants. Default:
	 * `"partner"`.
	 */
	profile?: Profile;
	/** Whether to write every time in the body with the offset `+08:00`. Default: `false`, times keep their offset. */
	chinaTime?: boolean;
	/** Your own messages, by code or as a function. Default: the package's messages, in the language of `locale`. */
	messages?: IssueMessage | IssueMessages;
}
