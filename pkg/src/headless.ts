/** What a form needs, with or without a page: everything but its elements, and how the WebAssembly module is loaded. */

export { prepare, prepareJson, sign, validate, validateJson, version } from "./api.js";
export { SigningError, ValidationError } from "./errors.js";
export { CardForm, type CardFormOptions, type FormListener } from "./form/card-form.js";
export type { FieldPath } from "./form/field-path.js";
export { fields } from "./form/fields.js";
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
export { type FlatIssues, flatten } from "./issues/flatten.js";
export type { IssueMessage, IssueMessages } from "./issues/own-words.js";
export type { IssueLike } from "./issues/place.js";
export { type IssueTree, treeify } from "./issues/treeify.js";
export type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
export { PreparedRequest } from "./prepared-request.js";
export type { Signature, Signer } from "./signer.js";
export { cardUpdate, cardUpdateSchema, type SchemaOptions } from "./standard/card-update.js";
export type {
	StandardIssue,
	StandardProps,
	StandardResult,
	StandardSchemaV1,
} from "./standard/standard-schema.js";
export type * from "./types.js";
