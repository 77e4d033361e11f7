export type {
	FieldCondition,
	FieldGroup,
	FieldInfo,
	FieldOption,
	InputType,
	Unit,
} from "../generated/membercard.js";
export type { FieldChange, FieldLock, FieldState, FormChanges } from "../generated/records.js";
