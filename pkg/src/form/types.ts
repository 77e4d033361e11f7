import type { CoreChanges, CoreFieldChange, CoreFieldState } from "../generated/membercard.js";

export type {
	FieldCondition,
	FieldGroup,
	FieldInfo,
	FieldLock,
	FieldOption,
	InputType,
	Unit,
} from "../generated/membercard.js";

/** What a form knows about one of its fields, now. */
export interface FieldState extends Omit<CoreFieldState, "value"> {
	/** Its value; `undefined` if it is absent. */
	value: unknown;
}

/** What an edit changed: all that a form has to draw again. */
export interface FormChanges extends Omit<CoreChanges, "fields"> {
	/** The fields whose value, count, requirement or relevance changed, as they are now. */
	fields: FieldState[];
}

/** A top-level field that differs from the card's or, without a card, from the initial one. */
export interface FieldChange extends Pick<CoreFieldChange, "pointer" | "sent"> {
	/** The value it is compared with. */
	before: unknown;
	/** The form's value. */
	after: unknown;
}
