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

/** A field of an endpoint, with its texts in one language. */
export interface FieldInfo<A extends Api = DefaultApi> extends Omit<CoreFieldInfo, "pointer"> {
	/** Its JSON pointer, with `*` for the index of an item. */
	pointer: FieldPattern<A>;
}
