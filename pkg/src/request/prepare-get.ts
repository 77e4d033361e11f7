import { core } from "../bridge/core.js";
import { writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, GetApi } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { writeCardToRead } from "../generated/records.js";
import { readMessages } from "../issues/custom-messages.js";
import { getApi, getOperationOf } from "../options/api.js";
import { locale, optionsObject } from "../options/option-values.js";
import { encodeRequest } from "./encoded-request.js";
import type { GetOptions } from "./options.js";
import type { Preparer } from "./prepare.js";
import { PreparedRequest } from "./prepared-request.js";
import { randomNonce, readRequestOptions } from "./read-options.js";

/**
 * Builds the request that reads a card, and the message to sign. The request has no body. Throws a ValidationError for
 * wrong values.
 *
 * ```js
 * const request = prepareGet({ cardId, mchid, serialNo });
 * request.message.startsWith("GET\n/v3/marketing/membercard-open/cards/"); // true
 * ```
 */
export function prepareGet<A extends Api | GetApi = DefaultApi>(options: GetOptions<A>): PreparedRequest {
	const { read, prepare } = readGetOptions(options);
	return prepare(read);
}

/**
 * Reads the options once. The returned function prepares the request for each attempt.
 *
 * @internal
 */
export function getPreparer(options: unknown): Preparer {
	const { read, prepare } = readGetOptions(options);
	return (attempt) => prepare({ ...read, nonceStr: randomNonce(), ...attempt });
}

function readGetOptions(options: unknown) {
	const given = optionsObject(options);
	const api = getApi(given);
	const messages = readMessages(given);
	const about = encode((to) => writeCardToRead(to, { api, locale: locale(given, "locale") ?? "zh-CN" }));
	const prepare = (request: ReturnType<typeof readRequestOptions>) =>
		PreparedRequest.of(core().prepare_get(writeInput(encodeRequest(request), about)), messages, api);
	return { read: readRequestOptions(given, getOperationOf(api)), prepare };
}
