/** The whole package. */

export { type FormEntries, fromFormData } from "../../bind/from-form-data.js";
export type { RememberOptions } from "../../guard/accepted-nonce.js";
export { type InspectOptions, inspectMessage } from "../../guard/inspect-message.js";
export { NonceMemory } from "../../guard/nonce-memory.js";
export {
	type PostgresNoncesOptions,
	type PostgresPool,
	type PostgresRows,
	postgresNonces,
} from "../../guard/postgres-nonces.js";
export {
	type IoredisClient,
	type NodeRedisClient,
	type RedisClient,
	type RedisNoncesOptions,
	redisNonces,
} from "../../guard/redis-nonces.js";
export {
	type NonceStore,
	SharedNonceMemory,
	type SharedNonceOptions,
} from "../../guard/shared-nonce-memory.js";
export type * from "../../guard/types.js";
export { locate, type TextRange } from "../../locate/locate.js";
export type { TextPosition } from "../../locate/text-position.js";
export { curlCommand } from "../../request/curl-command.js";
export { describeKey, type KeyDescription, type KeyFlaw, type KeyKind } from "../../request/describe-key.js";
export type { GetOptions } from "../../request/options.js";
export { newOutRequestNo } from "../../request/out-request-no.js";
export { prepareGet } from "../../request/prepare-get.js";
export { compareSignInformation, type ErrorResponse, explainError } from "../../response/explain-error.js";
export { ResponseError } from "../../response/response-error.js";
export {
	type ClientResponse,
	type ResponseBody,
	type ResponseHeaders,
	type ResponseParts,
	responseParts,
} from "../../response/response-parts.js";
export type * from "../../response/types.js";
export {
	type ResponseSignature,
	type SignatureVerdict,
	type Verifier,
	type VerifyOptions,
	verifyResponse,
} from "../../response/verify-response.js";
export { fetchCard } from "../../send/fetch-card.js";
export { send } from "../../send/send.js";
export { SendError, type SendErrorCode } from "../../send/send-error.js";
export type {
	CardToFetch,
	CardToUpdate,
	Fetch,
	RequestToSign,
	SendAttempt,
	SendOptions,
} from "../../send/send-options.js";
export { type CardUpdateOutcome, updateCard } from "../../send/update-card.js";
export { type CardUpdateSchema, cardUpdateSchema } from "../../standard/card-update-with-json-schema.js";
export {
	type JsonSchema,
	type JsonSchemaOptions,
	type JsonSchemaSide,
	type JsonSchemaTarget,
	jsonSchema,
} from "../../standard/json-schema.js";
export type {
	StandardJSONSchemaOptions,
	StandardJSONSchemaProps,
	StandardJSONSchemaV1,
} from "../../standard/standard-schema.js";
export * from "./form.js";
