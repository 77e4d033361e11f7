/** What a form needs, with or without a page: everything but its elements, and how the WebAssembly module is loaded. */

export { prepare, prepareJson, sign } from "./api.js";
export { SigningError, type SigningErrorCode, ValidationError } from "./errors.js";
export { CardForm, type CardFormOptions, type FormListener } from "./form/card-form.js";
export type { FieldPath } from "./form/field-path.js";
export { fields } from "./form/fields.js";
export { FormError, type FormErrorCode } from "./form/form-error.js";
export type {
	FieldChange,
	FieldCondition,
	FieldGroup,
	FieldInfo,
	FieldLock,
	FieldOption,
	FieldState,
	FormChanges,
	InputType,
	Unit,
} from "./form/types.js";
export type { RequestOptions, SignOptions } from "./options.js";
export { PreparedRequest } from "./prepared-request.js";
export type { Signature, Signer } from "./signer.js";
export * from "./validating.js";
