import { core } from "../bridge/core.js";
import { outcomeOf, responseOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Api, DefaultApi, GetApi, NamesApi, SuccessBody } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import {
	Outcome,
	type ReceivedResponse,
	type ResponseRejection,
	readResponseRecord,
	readResponseRejection,
	Verdict,
	writeReceivedResponse,
	writeVerifierFailure,
} from "../generated/records.js";
import { anyApi } from "../options/api.js";
import type { LanguageTag } from "../options/locale.js";
import {
	describe,
	func,
	locale,
	type Options,
	optionsObject,
	required,
	string,
	time,
	wholeNumber,
} from "../options/option-values.js";
import type { PlainBytes } from "../runtime/bytes.js";
import { reasonOf } from "../runtime/describe.js";
import type { Global } from "../runtime/host.js";
import { ResponseError } from "./response-error.js";
import {
	type ClientResponse,
	isResponse,
	type PlainResponse,
	type ResponseParts,
	readResponseParts,
	responseParts,
} from "./response-parts.js";
import type { SerialKind, SignatureType } from "./types.js";

/** The key and the signature of a response. */
export interface ResponseSignature {
	/** `Wechatpay-Serial`: look up the key by the whole value. */
	serial: string;
	/** The kind of key. */
	serialKind: SerialKind;
	/** `Wechatpay-Signature-Type`; RSA if the response has none. */
	signatureType: SignatureType;
	/** The signature as received. */
	signatureBase64: string;
	/** WeChat Pay's id of the request, for the log. */
	requestId?: string;
}

/** The result of a verifier: whether the signature is genuine, or `"unknown_key"` if it does not have the key. */
export type SignatureVerdict = boolean | "unknown_key";

/**
 * Checks the signature of a response's message with WeChat Pay's public key, in this process or elsewhere.
 *
 * ```js
 * const verifier = (message, signature, { serial }) =>
 * 	keys.has(serial) ? crypto.verify("sha256", message, keys.get(serial), signature) : "unknown_key";
 * ```
 */
export type Verifier = (
	message: PlainBytes,
	signature: PlainBytes,
	info: ResponseSignature,
) => SignatureVerdict | Promise<SignatureVerdict>;

/** Options of `verifyResponse`. */
export interface VerifyOptions<A extends Api | GetApi = Api | GetApi> extends NamesApi<A> {
	/** The card of the request. A response with another card is rejected. */
	cardId?: string;
	/** Checks the signature with WeChat Pay's keys. */
	verifier: Verifier;
	/** The time to check against, in milliseconds since the epoch. Default: the host's clock. */
	now?: number;
	/** Reject responses whose time differs by this many seconds or more. Default: 300, as in WeChat Pay's own SDKs. */
	toleranceSeconds?: number;
	/** The language of messages. Default: `"zh-CN"`. */
	locale?: LanguageTag;
}

export const DEFAULT_TOLERANCE_SECONDS = 300;
const MAX_TOLERANCE_SECONDS = 1e9;

/**
 * Verifies a response. Fulfils only if it reports success and the verifier returned `true`: with the card in the
 * response, if the endpoint returns one. Otherwise it rejects with a ResponseError. The body of a `Response` of fetch
 * is consumed; use `responseParts` to keep it. Responses of axios, got or `node:http` can be passed directly if their
 * body is text or bytes.
 *
 * ```js
 * const request = await sign({ title: "会员卡" }, { cardId, mchid, serialNo, signer });
 * await verifyResponse(await fetch(request.url, request), { verifier });
 * ```
 */
export async function verifyResponse<A extends Api | GetApi = DefaultApi>(
	response: ResponseParts | ClientResponse | Global<"Response">,
	options: VerifyOptions<A>,
): Promise<SuccessBody<A>> {
	const given = optionsObject(options);
	const verifier = readVerifier(given);
	const read: ResponseOptions = {
		nowSeconds: Math.floor((time(given, "now") ?? Date.now()) / 1000),
		toleranceSeconds: readTolerance(given),
		locale: locale(given, "locale") ?? "zh-CN",
		api: anyApi(given),
		cardId: string(given, "cardId"),
	};
	const parts: unknown = isResponse(response) ? await responseParts(response) : response;
	const card = await verifyParts(readResponseParts(parts), verifier, read);
	return parseCard(card) as SuccessBody<A>;
}

export function readVerifier(given: Options): Verifier {
	return required(
		given,
		"verifier",
		func<Verifier>,
		"give a function that checks a signature with WeChat Pay's public key and returns true or false",
	);
}

export function readTolerance(given: Options): number {
	return wholeNumber(given, "toleranceSeconds", 0, MAX_TOLERANCE_SECONDS) ?? DEFAULT_TOLERANCE_SECONDS;
}

/** What the module needs to check a response. */
type ResponseOptions = Pick<
	ReceivedResponse,
	"nowSeconds" | "toleranceSeconds" | "locale" | "api" | "cardId"
>;

/** Verifies a response that was read. Fulfils with its card as JSON text, or with "" if it has none. */
export async function verifyParts(
	{ status, headers, body }: PlainResponse,
	verifier: Verifier,
	options: ResponseOptions,
): Promise<string> {
	const requestId = requestIdOf(headers);
	const pairs = headers.map(([name, value]) => ({ name, value }));
	const received = encode((to) => writeReceivedResponse(to, { status, headers: pairs, ...options }));
	const opened = core().open_response(writeInput(received, body));
	throwIfRejected(opened, requestId);
	const { message, signature, ...info } = readResponseRecord(responseOf(opened));
	let verdict: SignatureVerdict;
	try {
		verdict = readVerdict(await verifier(message as PlainBytes, signature as PlainBytes, info));
	} catch (cause) {
		const { locale, api } = options;
		const failure = { serial: info.serial, reason: reasonOf(cause), locale, api };
		const failed = core().verifier_failed(writeInput(encode((to) => writeVerifierFailure(to, failure))));
		throw responseError(readResponseRejection(responseOf(failed)), requestId, cause);
	}
	const concluded = core().conclude_response(writeInput(received, body), verdictCode(verdict));
	throwIfRejected(concluded, requestId);
	return textOf(concluded);
}

function verdictCode(verdict: SignatureVerdict): Verdict {
	return verdict === "unknown_key" ? Verdict.UnknownKey : verdict ? Verdict.Valid : Verdict.Invalid;
}

/** WeChat Pay's id of the request. */
export function requestIdOf(headers: PlainResponse["headers"]): string | undefined {
	return headers.find(([name]) => name.toLowerCase() === "request-id")?.[1];
}

function readVerdict(response: unknown): SignatureVerdict {
	if (typeof response !== "boolean" && response !== "unknown_key") {
		throw new TypeError(`the verifier must answer true, false or "unknown_key", not ${describe(response)}`);
	}
	return response;
}

/** Throws a ResponseError if the module rejected the response. */
function throwIfRejected(returned: number, requestId: string | undefined): void {
	if (outcomeOf(returned) === Outcome.Refused) {
		throw responseError(readResponseRejection(responseOf(returned)), requestId);
	}
}

function responseError(
	{ message, ...failure }: ResponseRejection,
	requestId: string | undefined,
	cause?: unknown,
): ResponseError {
	return new ResponseError(message, { explanation: undefined, ...failure, requestId }, cause);
}

/** Parses the card in a response; `undefined` for "". */
export function parseCard(text: string): unknown {
	return text === "" ? undefined : JSON.parse(text);
}
