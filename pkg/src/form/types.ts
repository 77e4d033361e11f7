import type { Issue, IssueCode } from "../bridge/types.js";
import type { Unit } from "../generated/membercard.js";

export type {
	FieldCondition,
	FieldGroup,
	FieldInfo,
	FieldOption,
	InputType,
	Unit,
} from "../generated/membercard.js";

/** What a form knows about one of its fields, now. */
export interface FieldState {
	/** Where the field is, as keys and indexes. */
	path: (string | number)[];
	/** Where it is, as a JSON pointer (RFC 6901). */
	pointer: string;
	/** Its value; `undefined` if it is absent. */
	value: unknown;
	/** How much its text or list holds, in the unit of the limit. */
	count?: number;
	/** What `count` and `limit` count: Unicode code points, or items. */
	unit?: Unit;
	/** How many characters a person would count: fewer than code points where marks combine. */
	graphemes?: number;
	/** The largest count that is allowed or advisable. */
	limit?: number;
	/** What is left of the limit; negative beyond it. */
	remaining?: number;
	/** Whether the other fields and the card ask for it. */
	required: boolean;
	/** Whether it means anything beside the other fields; a form may hide it otherwise. */
	relevant: boolean;
	/** Why the card does not let it change, if so. */
	locked?: FieldLock;
	/** Whether the user has visited it. */
	touched: boolean;
	/** Whether its value differs from the card's or, without a card, from the initial one. */
	dirty: boolean;
	/** The issues at its very path. */
	issues: Issue[];
}

/** Why a field cannot be changed. */
export interface FieldLock {
	/** The issue that a change would raise. */
	code: IssueCode;
	/** The reason, in the form's language. */
	reason: string;
}

/** What an edit changed: all that a form has to draw again. */
export interface FormChanges {
	/** Issues that were not there before. */
	appeared: Issue[];
	/** Issues that are still there with other parameters or another severity, as they are now. */
	changed: Issue[];
	/** Issues that are no longer there. */
	gone: Issue[];
	/**
	 * The fields whose value, count, requirement or relevance changed, as they are now; of more than a thousand, the
	 * first thousand.
	 */
	fields: FieldState[];
	/**
	 * Whether more fields changed than are told: a form then draws all that it shows again, from `field(path)`. No card
	 * has so many, but what is pasted into a form may.
	 */
	truncated: boolean;
}

/** A top-level field that differs from the card's or, without a card, from the initial one. */
export interface FieldChange {
	/** Where the field is, as a JSON pointer (RFC 6901). */
	pointer: string;
	/** Whether the update can express the change: it has no word for removal. */
	sent: boolean;
	/** The value it is compared with. */
	before: unknown;
	/** The form's value. */
	after: unknown;
}
