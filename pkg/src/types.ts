import type { CardUpdate, IssueCode, Location, Severity } from "./generated/membercard.js";

export type {
	CardState,
	CardUpdate,
	Host,
	IssueCode,
	Locale,
	Location,
	PreparedRequestData,
	Profile,
	Scheme,
	Severity,
} from "./generated/membercard.js";

/** One problem of an input. */
export interface Issue {
	/** An input with warnings alone is valid. */
	severity: Severity;
	/** What it is: a stable name to branch on. */
	code: IssueCode;
	/** Which input it is about: the payload, the card's current state, or the values around the body. */
	location: Location;
	/** Where it is, as keys and indexes. */
	path: (string | number)[];
	/** Where it is, as a JSON pointer (RFC 6901). */
	pointer: string;
	/** The values that the message is filled with. */
	params: Record<string, string | number | boolean | (string | number)[]>;
	/** What to tell a person, in the asked language. */
	message: string;
}

/** What a validation found. */
export type Validation =
	| {
			valid: true;
			/** The normalized update. */
			value: CardUpdate;
			/** The canonical JSON: the body to sign and to send. */
			body: string;
			/** Warnings only. */
			issues: Issue[];
	  }
	| { valid: false; issues: Issue[] };

/** A request that is ready to send: `fetch(request.url, request)` sends it. */
export interface SignedRequest {
	method: "PATCH";
	url: string;
	headers: Record<string, string>;
	body: string;
}
