import type { CardState as MemberCardState } from "../generated/card-member/membercard.js";
import type { CardState, Issue } from "../generated/membercard.js";
import type { Payloads } from "../generated/payloads.js";

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
export type { Payloads, Taken } from "../generated/payloads.js";
export type { SignedRequest } from "../generated/records.js";

/** What each endpoint has of its own beside what it takes, by its name. */
export interface Apis {
	/** `PATCH /v3/marketing/membercard-open/cards/{card_id}` */
	"membercard-open.update": Has<"membercard-open.get", undefined, OfCard, OfMerchant>;
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
export interface Has<Get extends GetApi, Answer, Card, Signer> {
	/** The endpoint that reads its cards: what that answers is the card's current state. */
	get: Get;
	/** What it answers when it has done what it was asked. */
	answer: Answer;
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

/** The name of an endpoint. Its family is what it begins with; each family has entries of its own. */
export type Api = keyof Apis;

/** The endpoint that is meant where none is named. */
export type DefaultApi = "membercard-open.update";

/** What an endpoint takes. */
export type Payload<A extends Api = DefaultApi> = Payloads[A];

/** The name of an endpoint that changes a card. */
export type UpdateApi = Extract<Api, `${string}.update`>;

/** The name of an endpoint that reads a card. */
export type GetApi = keyof Gets;

/** The endpoint that reads the cards of another one; one that reads cards is its own. */
export type GetOf<A extends Api | GetApi> = A extends Api ? Apis[A]["get"] : A;

/** A card's current state, as an endpoint has it. */
export type State<A extends Api | GetApi = DefaultApi> = Gets[GetOf<A> & GetApi]["state"];

/** What an endpoint answers when it has done what it was asked: the card, if it answers with one. */
export type Answer<A extends Api | GetApi = DefaultApi> = A extends Api ? Apis[A]["answer"] : State<A>;

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
