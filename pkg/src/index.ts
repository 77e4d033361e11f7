export { AnswerError } from "./answer/answer-error.js";
export { compareSignInformation, explainError } from "./answer/explain-error.js";
export { type ResponseHeaders, type ResponseParts, responseParts } from "./answer/response-parts.js";
export {
	type AnswerSignature,
	type Verifier,
	type VerifyOptions,
	verifyResponse,
} from "./answer/verify-response.js";
export { prepare, prepareJson, sign, validate, validateJson, version } from "./api.js";
export {
	type Binding,
	type BindOptions,
	bindForm,
	type FormElement,
	type SubmissionEvent,
	type ValidUpdate,
} from "./bind/bind-form.js";
export { curlCommand } from "./curl-command.js";
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
export { type InspectOptions, inspectMessage } from "./guard/inspect-message.js";
export { NonceMemory } from "./guard/nonce-memory.js";
export { init, initSync } from "./init.js";
export { type FlatIssues, flatten } from "./issues/flatten.js";
export type { IssueMessage, IssueMessages } from "./issues/own-words.js";
export type { IssueLike } from "./issues/place.js";
export { type IssueTree, treeify } from "./issues/treeify.js";
export { locate, type TextRange } from "./locate/locate.js";
export type { TextPlace } from "./locate/text-place.js";
export type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
export { PreparedRequest } from "./prepared-request.js";
export { send } from "./send/send.js";
export { type SendAttempt, SendError, type SendErrorCode } from "./send/send-error.js";
export type { Fetch, RequestToSign, SendOptions } from "./send/send-options.js";
export type { Signature, Signer } from "./signer.js";
export {
	type CardUpdateSchema,
	cardUpdate,
	cardUpdateSchema,
	type SchemaOptions,
} from "./standard/card-update.js";
export { type JsonSchema, type JsonSchemaOptions, jsonSchema } from "./standard/json-schema.js";
export type {
	StandardIssue,
	StandardJSONSchemaOptions,
	StandardJSONSchemaProps,
	StandardJSONSchemaV1,
	StandardProps,
	StandardResult,
	StandardSchemaV1,
} from "./standard/standard-schema.js";
export type * from "./types.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "./wasm-source.js";
