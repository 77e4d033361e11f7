import { core } from "../bridge/core.js";
import { writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, Host, SignedRequest } from "../bridge/types.js";
import { writeValue, writeValueToKeep } from "../bridge/write-value.js";
import { sendValue, type WrittenValue } from "../bridge/written-value.js";
import { readMessages } from "../issues/custom-messages.js";
import { operationOf } from "../options/api.js";
import { locale, optionsObject } from "../options/option-values.js";
import { type CoreOptions, coreOptions } from "../validate/core-options.js";
import { withJson } from "../validate/with-json.js";
import { encodeRequest } from "./encoded-request.js";
import type { RequestOptions, SignOptions } from "./options.js";
import { PreparedRequest } from "./prepared-request.js";
import { randomNonce, readRequestOptions } from "./read-options.js";
import { callSigner, readSigner } from "./signer.js";

/**
 * Validates an update, and builds the request and the message to sign. Throws a ValidationError.
 *
 * ```js
 * const request = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * request.body; // '{"title":"会员卡"}'
 * const signed = request.complete(await signer(request.message)); // what fetch(signed.url, signed) sends
 * ```
 */
export function prepare<A extends Api = DefaultApi>(
	payload: unknown,
	options: RequestOptions<A>,
): PreparedRequest {
	return prepareWith(options, (read, request) => prepareValue(writeValue(payload), read, request));
}

/**
 * Like `prepare`, for an update in JSON text, such as the body of a request to a server. The text is read strictly:
 * what `JSON.parse` would ignore or change (duplicate keys, numbers that lose digits) is an error. Throws a
 * ValidationError.
 */
export function prepareJson<A extends Api = DefaultApi>(
	json: string | Uint8Array,
	options: RequestOptions<A>,
): PreparedRequest {
	return prepareWith(options, (read, request) =>
		withJson(
			"prepareJson",
			"prepare",
			json,
			(text) => prepareText(text, read, request),
			(value) => prepareValue(value, read, request),
		),
	);
}

/**
 * Validates an update, builds the request, and signs it with `signer`. Throws a ValidationError or a SigningError.
 *
 * ```js
 * const request = await sign({ title: "会员卡" }, { cardId, mchid, serialNo, signer });
 * request.headers["Content-Type"]; // "application/json"
 * ```
 */
export async function sign<A extends Api = DefaultApi>(
	payload: unknown,
	options: SignOptions<A>,
): Promise<SignedRequest> {
	const given = optionsObject(options);
	const signer = readSigner(given);
	const language = { locale: locale(given, "locale") ?? "zh-CN" };
	const request = prepare(payload, given as unknown as SignOptions<A>);
	return request.complete(await callSigner(signer, request, language.locale), language);
}

/** Prepares a request for an attempt: to a host, with a time in Unix seconds. */
export type Preparer = (attempt: { host: Host; timestamp: number }) => PreparedRequest;

/**
 * Reads an update and its options once. The returned function prepares a request for each attempt, with a new time and
 * nonce. Later changes of the payload and the options have no effect.
 *
 * @internal
 */
export function preparerOf(payload: unknown, options: unknown): Preparer {
	const value = writeValueToKeep(payload);
	return makePreparer(options, coreOptions(options), (read, request) => prepareValue(value, read, request));
}

/**
 * Like `preparerOf`, for JSON text and validation options that were read already.
 *
 * @internal
 */
export function preparerOfText(text: Uint8Array, options: unknown, read: CoreOptions): Preparer {
	return makePreparer(options, read, (read, request) => prepareText(text, read, request));
}

/** Calls the module to prepare an update. */
type PrepareCall = (read: CoreOptions, request: Uint8Array) => number;

function makePreparer(options: unknown, core: CoreOptions, call: PrepareCall): Preparer {
	const { api } = core.read;
	const read = readRequestOptions(options, operationOf(api));
	const messages = readMessages(options);
	return (attempt) => {
		const request = encodeRequest({ ...read, nonceStr: randomNonce(), ...attempt });
		return PreparedRequest.of(call(core, request), messages, api);
	};
}

/** Reads the options, and prepares an update. */
function prepareWith(options: unknown, call: PrepareCall): PreparedRequest {
	const given = optionsObject(options);
	const read = coreOptions(given);
	const { api } = read.read;
	const request = encodeRequest(readRequestOptions(given, operationOf(api)));
	const messages = readMessages(given);
	return PreparedRequest.of(call(read, request), messages, api);
}

function prepareText(text: Uint8Array, { flags, now, members }: CoreOptions, request: Uint8Array): number {
	return core().prepare(writeInput(request, members, text), flags, now);
}

function prepareValue(
	value: WrittenValue,
	{ flags, now, members }: CoreOptions,
	request: Uint8Array,
): number {
	const { prepare_value } = core();
	sendValue(value);
	return prepare_value(value.end - value.start, value.text.length, writeInput(request, members), flags, now);
}
