import { isUint8Array } from "../runtime/bytes.js";
import { core } from "../bridge/core.js";
import { type CoreOptions, coreOptions, inHostNotation } from "./core-options.js";
import { type CoreRequest, coreRequest } from "../request/core-request.js";
import { hostTextOf, MAX_BYTES, tooLarge, withHostText } from "../bridge/host-value.js";
import { readOwnWords } from "../issues/own-words.js";
import { validationInOwnWords } from "./validation-in-own-words.js";
import { toWellFormed } from "../bridge/json-text.js";
import { answeredText, post } from "../bridge/mailbox.js";
import { optionalOptions, optionsObject } from "../options/option-values.js";
import type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
import { PreparedRequest } from "../request/prepared-request.js";
import { randomNonce, readRequestOptions, readSigner } from "./read-options.js";
import { askSigner } from "../request/signer.js";
import type { Host, SignedRequest, Validation } from "../bridge/types.js";
import { withUtf8 } from "../bridge/utf8.js";
import { judge } from "./validation.js";

/** The version of the package. */
export function version(): string {
	return answeredText(core().version());
}

/**
 * Validates and normalizes an update that is a JavaScript value.
 *
 * ```js
 * const { valid, issues } = validate({ title: "微信支付 2026 新年测试卡" }, { locale: "en" });
 * valid; // false
 * issues[0].message; // "Card name may have at most 10 characters, now 15"
 * issues[0].pointer; // "/title"
 * ```
 */
export function validate(payload: unknown, options?: ValidateOptions): Validation {
	const given = optionalOptions(options);
	const read = coreOptions(given);
	const found = withHostText(payload, (text) => judge(text, inHostNotation(read)));
	return validationInOwnWords(found, readOwnWords(given));
}

/**
 * Validates and normalizes an update that is JSON text, read strictly.
 *
 * ```js
 * validateJson('{ "code_type": "QRCODE" }').body; // '{"code_type":"QRCODE"}'
 * validateJson('{ "title": "卡", "title": "片" }').issues[0].code; // "duplicate_key"
 * ```
 */
export function validateJson(json: string | Uint8Array, options?: ValidateOptions): Validation {
	const given = optionalOptions(options);
	const read = coreOptions(given);
	const found = withJson("validateJson", "validate", json, read, judge);
	return validationInOwnWords(found, readOwnWords(given));
}

/**
 * Validates an update and builds the request and the message to sign. Throws a ValidationError.
 *
 * ```js
 * const request = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * request.body; // '{"title":"会员卡"}'
 * const signed = request.complete(await signer(request.message)); // what fetch(signed.url, signed) sends
 * ```
 */
export function prepare(payload: unknown, options: RequestOptions): PreparedRequest {
	const given = optionsObject(options);
	const request = coreRequest(readRequestOptions(given));
	const read = coreOptions(given);
	const words = readOwnWords(given);
	const answer = withHostText(payload, (text) => prepareText(text, inHostNotation(read), request));
	return PreparedRequest.of(answer, words);
}

/**
 * Validates an update that is JSON text, such as the body of a request that a server received, and prepares it as
 * `prepare` does. The text is read strictly: what `JSON.parse` would let pass or change (a key that appears twice, digits
 * that a number loses, wherever it stands) is an error. Throws a ValidationError.
 */
export function prepareJson(json: string | Uint8Array, options: RequestOptions): PreparedRequest {
	const given = optionsObject(options);
	const request = coreRequest(readRequestOptions(given));
	const read = coreOptions(given);
	const words = readOwnWords(given);
	const answer = withJson("prepareJson", "prepare", json, read, (text, options) =>
		prepareText(text, options, request),
	);
	return PreparedRequest.of(answer, words);
}

/**
 * Validates an update, builds the request and has the signer sign it. Throws a ValidationError or a SigningError.
 *
 * ```js
 * const request = await sign({ title: "会员卡" }, { cardId, mchid, serialNo, signer });
 * request.headers["Content-Type"]; // "application/json"
 * ```
 */
export async function sign(payload: unknown, options: SignOptions): Promise<SignedRequest> {
	const given = optionsObject(options);
	const signer = readSigner(given);
	const request = prepare(payload, given as unknown as SignOptions);
	return request.complete(await askSigner(signer, request));
}

/**
 * Reads an update and its options once, to prepare a request of it whenever it is to be sent: with a host, a time in
 * seconds and a nonce of its own. Later changes of the payload and the options do nothing.
 *
 * @internal
 */
export function preparing(
	payload: unknown,
	options: RequestOptions,
): (attempt: { host: Host; timestamp: number }) => PreparedRequest {
	const read = readRequestOptions(options);
	const validated = inHostNotation(coreOptions(options));
	const words = readOwnWords(options);
	const text = hostTextOf(payload);
	return (attempt) => {
		const request = coreRequest({ ...read, nonceStr: randomNonce(), ...attempt });
		return PreparedRequest.of(prepareText(text, validated, request), words);
	};
}

/** Returns what the module answered. */
function prepareText(text: Uint8Array, options: CoreOptions, request: CoreRequest): number {
	const { flags, now, extras } = options;
	const { parts, timestamp } = request;
	post(text, extras, parts);
	return core().prepare(text.length, extras.length, flags, now, parts.length, request.flags, timestamp);
}

/** Hands over JSON text as `use` takes it: in UTF-8, or as host notation that says why there is none. */
function withJson<T>(
	taker: string,
	takerOfValues: string,
	json: string | Uint8Array,
	options: CoreOptions,
	use: (text: Uint8Array, options: CoreOptions) => T,
): T {
	if (typeof json !== "string" && !isUint8Array(json)) {
		throw new TypeError(`${taker} takes a string or a Uint8Array; ${takerOfValues} takes any value`);
	}
	if (json.length > MAX_BYTES) {
		return use(tooLarge(), inHostNotation(options));
	}
	return typeof json === "string"
		? withUtf8(toWellFormed(json), (text) => use(text, options))
		: use(json, options);
}
