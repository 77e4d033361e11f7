import { describe } from "../options/option-values.js";
import { isArrayBuffer, isUint8Array } from "../runtime/bytes.js";
import type { Global } from "../runtime/host.js";
import { encodeTruncated, readBody, truncate } from "./read-body.js";

/**
 * Headers, with names in any case: `Headers` of fetch, headers of axios, an object, `rawHeaders` of `node:http`, or
 * pairs of names and values. Only `Request-ID` and `Wechatpay-…` are read. Their values are strings.
 */
export type ResponseHeaders =
	| Global<"Headers">
	| Iterable<readonly [name: string, value: unknown]>
	| readonly string[]
	| { readonly [name: string]: unknown };

/** A body exactly as received. A body that was parsed and serialized again does not match its signature. */
export type ResponseBody = string | Uint8Array | ArrayBuffer;

/** A response as received by an HTTP client. */
export interface ResponseParts {
	/** The HTTP status. */
	status: number;
	/** All headers, or at least `Request-ID` and `Wechatpay-…`. */
	headers: ResponseHeaders;
	/** The body exactly as received. Bodies longer than 1 MiB are never verified. */
	body: ResponseBody;
}

/**
 * A response with the member names of HTTP clients: `data` for the body in axios, `statusCode` for the status in got
 * and `node:http`. The client must not parse the body: use `responseType: "arraybuffer"` in axios.
 */
export type ClientResponse = (Pick<ResponseParts, "status"> | { statusCode: number }) &
	Pick<ResponseParts, "headers"> &
	(Pick<ResponseParts, "body"> | { data: ResponseBody });

/** A response in the form that the core reads. */
export interface PlainResponse {
	status: number;
	headers: [name: string, value: string][];
	body: Uint8Array;
}

/** The headers that are read. */
const READ_HEADER = /^(?:request-id|wechatpay-.*)$/i;
const MAX_STATUS = 999;
const AS_RECEIVED =
	'its signature is about the bytes that were received (axios: responseType: "arraybuffer"; fetch: give the Response itself)';

/**
 * Reads the parts of a Response of fetch, and consumes its body. A body longer than 1 MiB is truncated: such a response
 * is never a verified success.
 */
export async function responseParts(response: Global<"Response">): Promise<ResponseParts> {
	assertResponse(response);
	return readResponse(response);
}

/** Like `responseParts`. When the signal aborts, the body is cancelled. */
export async function readResponse(
	response: Global<"Response">,
	signal?: Global<"AbortSignal">,
): Promise<ResponseParts> {
	return { status: response.status, headers: response.headers, body: await readBody(response, signal) };
}

/** Whether this is a Response of fetch. */
export function isResponse(value: unknown): value is Global<"Response"> {
	return typeof (value as Partial<Response> | null | undefined)?.arrayBuffer === "function";
}

/** Throws a TypeError unless this is a Response of fetch. */
export function assertResponse(value: unknown): void {
	if (!isResponse(value)) {
		throw new TypeError(`fetch must answer a Response, not ${describe(value)}`);
	}
}

/** Copies the parts of a response. Throws a TypeError that names the wrong part. */
export function readResponseParts(response: unknown): PlainResponse {
	const parts = partsOf(response, "the response must be an object");
	return {
		status: readStatus(parts),
		headers: readHeaders(parts.headers),
		body: readBytes(parts),
	};
}

/** The parts of a response, with unchecked types. */
export type GivenParts = Record<"status" | "statusCode" | "headers" | "body" | "data", unknown>;

/** Checks that a response is an object. */
export function partsOf(response: unknown, expected: string): GivenParts {
	if (typeof response !== "object" || response === null) {
		throw new TypeError(`${expected}, not ${describe(response)}`);
	}
	return response as GivenParts;
}

export function readStatus({ status: own, statusCode }: GivenParts): number {
	const status = own ?? statusCode;
	if (!Number.isInteger(status) || (status as number) < 0 || (status as number) > MAX_STATUS) {
		throw new TypeError(`response.status must be an HTTP status, not ${describe(status)}`);
	}
	return status as number;
}

/** Copies the bytes of the body. */
export function readBytes(parts: GivenParts): Uint8Array {
	const { name, body } = bodyOf(parts);
	if (typeof body === "string") {
		return encodeTruncated(body);
	}
	if (isUint8Array(body)) {
		return new Uint8Array(truncate(body));
	}
	if (isArrayBuffer(body)) {
		return truncate(new Uint8Array(body)).slice();
	}
	throw new TypeError(`response.${name} ${bodyProblem(body)}`);
}

/** The body and its member name. */
export function bodyOf(parts: GivenParts): { name: "body" | "data"; body: unknown } {
	const { body } = parts;
	return body === undefined && parts.data !== undefined
		? { name: "data", body: parts.data }
		: { name: "body", body };
}

function bodyProblem(body: unknown): string {
	if (body === undefined) {
		return 'is missing: give the body as it was received, as text or bytes, or "" if there is none';
	}
	if (isStream(body)) {
		return "is a stream: read it to its end, and give its text or bytes";
	}
	if (ArrayBuffer.isView(body)) {
		return "must be a string, a Uint8Array or an ArrayBuffer, not another view of bytes";
	}
	return `must be the text or the bytes as received, not ${bodyKind(body)} that was parsed from them: ${AS_RECEIVED}`;
}

function bodyKind(body: unknown): string {
	if (Array.isArray(body)) {
		return "an array";
	}
	return typeof body === "object" && body !== null ? "an object" : describe(body);
}

function isStream(body: unknown): boolean {
	try {
		const { getReader, pipe } = body as { getReader?: unknown; pipe?: unknown };
		return typeof getReader === "function" || typeof pipe === "function";
	} catch {
		return false;
	}
}

function readHeaders(headers: unknown): [string, string][] {
	if (typeof headers !== "object" || headers === null) {
		throw new TypeError(`response.headers must be an object, not ${describe(headers)}`);
	}
	const pairs: [string, string][] = [];
	for (const [name, values] of entriesOf(headers)) {
		if (typeof name === "string" && READ_HEADER.test(name) && values !== undefined) {
			for (const value of Array.isArray(values) ? values : [values]) {
				if (typeof value !== "string") {
					throw new TypeError(
						`response.headers: the value of ${name} must be a string, not ${describe(value)}`,
					);
				}
				pairs.push([name, value]);
			}
		}
	}
	return pairs;
}

function entriesOf(headers: object): Iterable<[unknown, unknown]> {
	if (!(Symbol.iterator in headers)) {
		return Object.entries(headers);
	}
	const items = [...(headers as Iterable<unknown>)];
	const entries = Array.isArray(headers) && items.every(isText) ? pairUp(items) : items;
	if (!entries.every((pair) => Array.isArray(pair) && pair.length === 2 && isText(pair[0]))) {
		throw new TypeError("response.headers must hold pairs of a name and a value");
	}
	return entries as [unknown, unknown][];
}

function isText(value: unknown): value is string {
	return typeof value === "string";
}

/** Pairs alternating names and values, as in `rawHeaders` of `node:http`. */
function pairUp(items: readonly string[]): string[][] {
	return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) =>
		items.slice(2 * index, 2 * index + 2),
	);
}
