import type { CardState as MemberCardState } from "../generated/card-member/membercard.js";
import type { Api, DefaultApi, MustBeNamed } from "../generated/family.js";
import type { CardState, Issue } from "../generated/membercard.js";
import type { FieldPatterns, Payloads } from "../generated/payloads.js";

export type { Api, DefaultApi } from "../generated/family.js";
export type {
	Host,
	Issue,
	IssueCode,
	IssueOf,
	IssueParamName,
	IssueParams,
	Locale,
	Location,
	PreparedRequestData,
	Profile,
	RequestErrorCode,
	Scheme,
	Severity,
	SignatureErrorCode,
	UnknownKeys,
} from "../generated/membercard.js";
export type { FieldPatterns, Payloads, Taken } from "../generated/payloads.js";
export type { SignedRequest } from "../generated/records.js";

/** What each endpoint has of its own beside what it takes, by its name. */
export interface Apis {
	/** `PATCH /v3/marketing/membercard-open/cards/{card_id}` */
	"membercard-open.update": Has<CardState, OfCard>;
	/** `PATCH /v3/brand/partner/card-member/cards/{card_id}` */
	"card-member.partner.update": Has<MemberCardState, OfCard>;
	/** `PATCH /brand/card-member/cards/{card_id}` */
	"card-member.brand.update": Has<MemberCardState, OfCard>;
	/** `POST /v3/brand/partner/card-member/cards` */
	"card-member.partner.create": Has<MemberCardState, OfNoCard>;
	/** `POST /brand/card-member/cards` */
	"card-member.brand.create": Has<MemberCardState, OfNoCard>;
}

/** What an endpoint has of its own: the card's state, and the card that a request names. */
export interface Has<State, Card> {
	/** The card's current state: what the endpoint's family answers to a GET. */
	state: State;
	/** How the options of a request name the card. */
	card: Card;
}

/** The card that a request is about. */
export interface OfCard {
	/** The card to update: `card_id` as creation returned it, at most 32 characters. */
	cardId: string;
}

/** A request that creates a card names none. */
export interface OfNoCard {
	/** Is not looked at: one object of options may serve several endpoints. */
	cardId?: string;
}

/** Names the endpoint among options. */
export type NamesApi<A extends Api> = MustBeNamed extends true
	? {
			/** The endpoint. It must be named, for this entry has several. */
			api: A;
		}
	: {
			/** The endpoint. `wechatpay-membercard` has one, so that it may be left out. */
			api?: A;
		};

/** Options that name the endpoint, as a parameter: it may be left out where the endpoint need not be named. */
export type Given<Options> = MustBeNamed extends true ? [options: Options] : [options?: Options];

/** What may stand in the place of options where the endpoint need not be named. */
export type Unnamed<Value> = MustBeNamed extends true ? never : Value;

/** What an endpoint takes. */
export type Payload<A extends Api = DefaultApi> = Payloads[A];

/**
 * Where a field of a payload is, as a JSON pointer with `*` for the index of an item:
 * `"/user_information_form/common_field_list/*"`.
 */
export type FieldPattern<A extends Api = DefaultApi> = FieldPatterns[A];

/**
 * Where a value of a payload is, as a JSON pointer: `"/title"`, `"/user_information_form/custom_field_list/0/name"`.
 * `FieldPointer<"card-member.partner.update">` is that of an endpoint.
 */
export type FieldPointer<A extends Api = DefaultApi> = Indexed<FieldPattern<A>>;

/** A pattern with numbers in the place of `*`. */
type Indexed<Pattern extends string> = Pattern extends `${infer Start}/*${infer Rest}`
	? `${Start}/${number}${Indexed<Rest>}`
	: Pattern;

/** A card's current state, as an endpoint has it. */
export type State<A extends Api = DefaultApi> = Apis[A]["state"];

/** What a validation found. */
export type Validation<A extends Api = DefaultApi> =
	| {
			/** The update can be sent. */
			valid: true;
			/** The normalized update. */
			value: Payload<A>;
			/** The canonical JSON: the body to sign and to send. */
			body: string;
			/** Warnings only. */
			issues: Issue[];
	  }
	| {
			/** The update has errors. */
			valid: false;
			/** Errors and warnings, in document order. */
			issues: Issue[];
	  };
