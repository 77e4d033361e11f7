import type { Api, DefaultApi, FieldPattern } from "../bridge/types.js";
import type { FieldInfo as CoreFieldInfo } from "../generated/membercard.js";

export type {
	FieldCondition,
	FieldGroup,
	FieldOption,
	InputType,
	Unit,
} from "../generated/membercard.js";
export type { FieldChange, FieldLock, FieldState, FormChanges } from "../generated/records.js";

/** One field of an endpoint, as a form needs to know it, in one language. */
export interface FieldInfo<A extends Api = DefaultApi> extends Omit<CoreFieldInfo, "pointer"> {
	/** Where it is, as a JSON pointer with `*` for the index of an item. */
	pointer: FieldPattern<A>;
}
