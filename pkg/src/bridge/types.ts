import type { CardState as MemberCardState } from "../generated/card-member/membercard.js";
import type { Api, DefaultApi, GetApi, MustBeNamed } from "../generated/family.js";
import type { CardState, Issue } from "../generated/membercard.js";
import type { FieldPatterns, Payloads } from "../generated/payloads.js";

export type { Api, DefaultApi, GetApi } from "../generated/family.js";
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
	"membercard-open.update": Has<"membercard-open.get", undefined, OfCard, OfMerchant>;
	/** `POST /v3/marketing/membercard-open/cards` */
	"membercard-open.create": Has<"membercard-open.get", CreatedOpenCard, OfNoCard, OfMerchant>;
	/** `PATCH /v3/brand/partner/card-member/cards/{card_id}` */
	"card-member.partner.update": Has<
		"card-member.partner.get",
		MemberCardState | undefined,
		OfCard,
		OfMerchant
	>;
	/** `PATCH /brand/card-member/cards/{card_id}` */
	"card-member.brand.update": Has<"card-member.brand.get", MemberCardState | undefined, OfCard, OfBrand>;
	/** `POST /v3/brand/partner/card-member/cards` */
	"card-member.partner.create": Has<"card-member.partner.get", CreatedCard, OfNoCard, OfMerchant>;
	/** `POST /brand/card-member/cards` */
	"card-member.brand.create": Has<"card-member.brand.get", CreatedCard, OfNoCard, OfBrand>;
}

/** What an endpoint has of its own. */
export interface Has<Get extends keyof Gets, SuccessBody, Card, Signer> {
	/** The endpoint that reads its cards: what that answers is the card's current state. */
	get: Get;
	/** What it answers when it has done what it was asked. */
	response: SuccessBody;
	/** How the options of a request name the card. */
	card: Card;
	/** How the options of a request name who signs. */
	signer: Signer;
}

/** What each endpoint that reads a card has of its own, by its name. */
export interface Gets {
	/** `GET /v3/marketing/membercard-open/cards/{card_id}` */
	"membercard-open.get": Reads<CardState, OfMerchant>;
	/** `GET /v3/brand/partner/card-member/cards/{card_id}?brand_id={brand_id}` */
	"card-member.partner.get": Reads<MemberCardState, OfMerchantForBrand>;
	/** `GET /brand/card-member/cards/{card_id}` */
	"card-member.brand.get": Reads<MemberCardState, OfBrand>;
}

/** What an endpoint that reads a card has of its own. */
export interface Reads<State, Signer> {
	/** What it answers: the card's current state. */
	state: State;
	/** How the options of a request name who signs. */
	signer: Signer;
}

/** A card that was created: as it is now, and with its id. */
export interface CreatedCard extends MemberCardState {
	/** The new card: what its updates and its holders are called by. */
	card_id: string;
}

/** A card of `membercard-open` that was created: as it is now, and with its id. */
export interface CreatedOpenCard extends CardState {
	/** The new card: what its updates and its holders are called by. */
	card_id: string;
}

/** A merchant or a service provider signs. */
export interface OfMerchant {
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
	/** Is not looked at: one object of options may serve several endpoints. */
	brandId?: string;
}

/** A service provider signs, and the query names the brand. */
export interface OfMerchantForBrand {
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
	/** The brand that owns the card: `brand_id`, at most 32 characters. */
	brandId: string;
}

/** A brand signs. */
export interface OfBrand {
	/** The brand whose key signs: `brand_id`, at most 32 characters. It stands in the header `Authorization`. */
	brandId: string;
	/** Is not looked at: one object of options may serve several endpoints. */
	mchid?: string;
}

/** The card that a request is about. */
export interface OfCard {
	/** The card to change or to read: `card_id` as creation returned it, at most 32 characters. */
	cardId: string;
}

/** A request that creates a card names none. */
export interface OfNoCard {
	/** Is not looked at: one object of options may serve several endpoints. */
	cardId?: string;
}

/** Names the endpoint among options. */
export type NamesApi<A extends Api | GetApi> = MustBeNamed extends true
	? {
			/** The endpoint. It must be named, for this entry has several. */
			api: A;
		}
	: {
			/** The endpoint. Without it, cards are updated. */
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

/** The name of an endpoint that changes a card. */
export type UpdateApi = Extract<Api, `${string}.update`>;

/** The endpoint that changes cards and is meant where none is named; where one must be, any. */
export type DefaultUpdateApi = Extract<DefaultApi, UpdateApi>;

/** The endpoint that reads the cards of another one; one that reads cards is its own. */
export type GetOf<A extends Api | GetApi> = A extends keyof Apis ? Apis[A]["get"] : A;

/** A card's current state, as an endpoint has it. */
export type State<A extends Api | GetApi = DefaultApi> = Gets[GetOf<A> & keyof Gets]["state"];

/** What an endpoint answers when it has done what it was asked: the card, if it answers with one. */
export type SuccessBody<A extends Api | GetApi = DefaultApi> = A extends keyof Apis
	? Apis[A]["response"]
	: State<A>;

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
