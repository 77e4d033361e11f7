import { core } from "../bridge/core.js";
import { textOf, writeInput } from "../bridge/protocol.js";
import type { Api, GetApi, OptionsArgument } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import { writeErrorResponse, writeSignedMessages } from "../generated/records.js";
import { anyApi } from "../options/api.js";
import { type About, readApiOptions } from "../options/api-options.js";
import { plainParts } from "../options/sanitize.js";
import { describe } from "../runtime/describe.js";
import { encodeTruncated } from "./read-body.js";
import {
	bodyOf,
	type GivenParts,
	partsOf,
	type ResponseParts,
	readBytes,
	readStatus,
} from "./response-parts.js";
import type { ApiErrorExplanation, SignComparison, SignInformation } from "./types.js";

/** An error response: its status, and its body as received or parsed from JSON. */
export type ErrorResponse = (Pick<ResponseParts, "status"> | { statusCode: number }) &
	({ body: unknown } | { data: unknown });

/** Replaces a body that cannot be from WeChat Pay. */
const UNREADABLE = "unreadable";

/**
 * Explains an error response with any status and body. It does not verify the response, so the body may be parsed
 * already, as in `error.response` of axios. Takes a language, or options with `locale` and `api`.
 *
 * ```js
 * const body = '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}';
 * const { code, fields, retry } = explainError({ status: 400, body }, "en");
 * code; // "INVALID_REQUEST"
 * fields[0].pointer; // "/balance_information/balance_path"
 * retry; // { kind: "never" }
 * ```
 */
export function explainError(
	response: ErrorResponse,
	...about: OptionsArgument<About<Api | GetApi>>
): ApiErrorExplanation;
export function explainError(response: ErrorResponse, about?: unknown): ApiErrorExplanation {
	const parts = partsOf(response, "explainError takes the status and the body");
	const { locale, api } = readApiOptions(about, anyApi);
	const status = readStatus(parts);
	const body = bytesOf(parts);
	const record = encode((to) => writeErrorResponse(to, { status, locale, api }));
	return JSON.parse(textOf(core().explain_error(writeInput(record, body))));
}

/** The bytes of the body. A parsed body is serialized again. */
function bytesOf(parts: GivenParts): Uint8Array {
	const { body } = bodyOf(parts);
	return isParsed(body) ? encodeTruncated(jsonOf(body)) : readBytes(parts);
}

/** Whether `JSON.parse` can return this value. Strings are not meant. */
function isParsed(value: unknown): boolean {
	if (typeof value !== "object" || value === null) {
		return value === null || typeof value === "number" || typeof value === "boolean";
	}
	const prototype = Object.getPrototypeOf(value);
	return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function jsonOf(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		// Nested too deep to be from WeChat Pay.
		return UNREADABLE;
	}
}

/**
 * Compares the message that WeChat Pay built from the request (`explanation.signInformation` of a refused signature)
 * with the signed message.
 *
 * ```js
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * const built = { truncatedSignMessage: message.replace("PATCH", "POST") };
 * compareSignInformation(built, message).differences[0]; // { line: "method", ours: "PATCH", theirs: "POST" }
 * ```
 */
export function compareSignInformation(information: SignInformation, message: string): SignComparison {
	if (typeof information !== "object" || information === null || typeof message !== "string") {
		throw new TypeError(
			"compareSignInformation takes an explanation's signInformation and the signed message",
		);
	}
	const { method, url, signMessageLength, truncatedSignMessage } = plainParts(information);
	const input = encode((to) =>
		writeSignedMessages(to, {
			ours: message,
			method: textIn("method", method),
			url: textIn("url", url),
			signMessageLength: lengthIn("signMessageLength", signMessageLength),
			truncatedSignMessage: textIn("truncatedSignMessage", truncatedSignMessage),
		}),
	);
	return core().compare_sign_information(writeInput(input));
}

function textIn(name: string, value: unknown): string | undefined {
	return value === undefined || typeof value === "string" ? value : refuse(name, "a string", value);
}

function lengthIn(name: string, value: unknown): number | undefined {
	const isLength = typeof value === "number" && value >>> 0 === value;
	return value === undefined || isLength ? value : refuse(name, "a whole number of 32 bits", value);
}

function refuse(name: string, expected: string, value: unknown): never {
	throw new TypeError(`signInformation.${name} must be ${expected}, not ${describe(value)}`);
}
