/** What forms need without HTML elements and without `init`. */

export { type BoundValues, bindValues } from "../../bind/bind-values.js";
export { CardForm, type CardFormOptions, type FormListener } from "../../form/card-form.js";
export type { FieldPath, FieldSteps } from "../../form/field-path.js";
export { fields } from "../../form/fields.js";
export { FormError, type FormErrorCode } from "../../form/form-error.js";
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
} from "../../form/types.js";
export { ValidationError } from "../../issues/validation-error.js";
export type { About, ApiOptions } from "../../options/api-options.js";
export type { RequestOptions, Sender, SignOptions } from "../../request/options.js";
export { prepare, prepareJson, sign } from "../../request/prepare.js";
export { PreparedRequest } from "../../request/prepared-request.js";
export type { Signature } from "../../request/signature.js";
export type { Signer } from "../../request/signer.js";
export { SigningError, type SigningErrorCode } from "../../request/signing-error.js";
export { validateJson } from "../../validate/validate.js";
export * from "./validate-without-init.js";
