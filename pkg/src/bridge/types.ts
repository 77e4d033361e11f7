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

/** The types that belong to each endpoint, except its payload, by name. */
export interface Apis {
	/** `PATCH /v3/marketing/membercard-open/cards/{card_id}` */
	"membercard-open.update": ApiTypes<"membercard-open.get", undefined, NamesCard, SignedByMerchant>;
	/** `POST /v3/marketing/membercard-open/cards` */
	"membercard-open.create": ApiTypes<"membercard-open.get", CreatedOpenCard, NamesNoCard, SignedByMerchant>;
	/** `PATCH /v3/brand/partner/card-member/cards/{card_id}` */
	"card-member.partner.update": ApiTypes<
		"card-member.partner.get",
		MemberCardState | undefined,
		NamesCard,
		SignedByMerchant
	>;
	/** `PATCH /brand/card-member/cards/{card_id}` */
	"card-member.brand.update": ApiTypes<
		"card-member.brand.get",
		MemberCardState | undefined,
		NamesCard,
		SignedByBrand
	>;
	/** `POST /v3/brand/partner/card-member/cards` */
	"card-member.partner.create": ApiTypes<
		"card-member.partner.get",
		CreatedCard,
		NamesNoCard,
		SignedByMerchant
	>;
	/** `POST /brand/card-member/cards` */
	"card-member.brand.create": ApiTypes<"card-member.brand.get", CreatedCard, NamesNoCard, SignedByBrand>;
}

/** The types that belong to an endpoint. */
export interface ApiTypes<Get extends keyof Gets, SuccessBody, Card, Signer> {
	/** The endpoint that reads its cards. Its response is the card's current state. */
	get: Get;
	/** The body of a successful response. */
	response: SuccessBody;
	/** How the options of a request name the card. */
	card: Card;
	/** How the options of a request name who signs. */
	signer: Signer;
}

/** The types that belong to each endpoint that reads a card, by name. */
export interface Gets {
	/** `GET /v3/marketing/membercard-open/cards/{card_id}` */
	"membercard-open.get": GetTypes<CardState, SignedByMerchant>;
	/** `GET /v3/brand/partner/card-member/cards/{card_id}?brand_id={brand_id}` */
	"card-member.partner.get": GetTypes<MemberCardState, SignedByMerchantForBrand>;
	/** `GET /brand/card-member/cards/{card_id}` */
	"card-member.brand.get": GetTypes<MemberCardState, SignedByBrand>;
}

/** The types that belong to an endpoint that reads a card. */
export interface GetTypes<State, Signer> {
	/** The body of a successful response: the card's current state. */
	state: State;
	/** How the options of a request name who signs. */
	signer: Signer;
}

/** A new card: its current state and its id. */
export interface CreatedCard extends MemberCardState {
	/** The id of the new card, for updates and for opening it. */
	card_id: string;
}

/** A new card of `membercard-open`: its current state and its id. */
export interface CreatedOpenCard extends CardState {
	/** The id of the new card, for updates and for opening it. */
	card_id: string;
}

/** A merchant or a service provider signs. */
export interface SignedByMerchant {
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
	/** Is not looked at: one object of options may serve several endpoints. */
	brandId?: string;
}

/** A service provider signs, and the query names the brand. */
export interface SignedByMerchantForBrand {
	/** The merchant number (商户号) whose key signs, in digits. */
	mchid: string;
	/** The brand that owns the card: `brand_id`, at most 32 characters. */
	brandId: string;
}

/** A brand signs. */
export interface SignedByBrand {
	/** The brand whose key signs: `brand_id`, at most 32 characters. It stands in the header `Authorization`. */
	brandId: string;
	/** Is not looked at: one object of options may serve several endpoints. */
	mchid?: string;
}

/** The card that a request is about. */
export interface NamesCard {
	/** The card to change or to read: `card_id` as creation returned it, at most 32 characters. */
	cardId: string;
}

/** A request that creates a card names none. */
export interface NamesNoCard {
	/** Is not looked at: one object of options may serve several endpoints. */
	cardId?: string;
}

/** The option that names the endpoint. */
export type NamesApi<A extends Api | GetApi> = MustBeNamed extends true
	? {
			/** The endpoint. Required, because this entry has several. */
			api: A;
		}
	: {
			/** The endpoint. Default: the one that updates cards. */
			api?: A;
		};

/** A parameter of options, which is optional if the endpoint need not be named. */
export type OptionsArgument<Options> = MustBeNamed extends true ? [options: Options] : [options?: Options];

/** A value that may replace the options if the endpoint need not be named. */
export type IfUnnamed<Value> = MustBeNamed extends true ? never : Value;

/** The payload of an endpoint. */
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

/** The default endpoint that updates cards; any of them, where the endpoint must be named. */
export type DefaultUpdateApi = Extract<DefaultApi, UpdateApi>;

/** The endpoint that reads the cards of an endpoint. An endpoint that reads cards is its own. */
export type GetOf<A extends Api | GetApi> = A extends keyof Apis ? Apis[A]["get"] : A;

/** A card's current state, as an endpoint returns it. */
export type State<A extends Api | GetApi = DefaultApi> = Gets[GetOf<A> & keyof Gets]["state"];

/** The body of a successful response: the card, if the endpoint returns one. */
export type SuccessBody<A extends Api | GetApi = DefaultApi> = A extends keyof Apis
	? Apis[A]["response"]
	: State<A>;

/** The result of a validation. */
export type Validation<A extends Api = DefaultApi> =
	| {
			/** The update is valid. */
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
