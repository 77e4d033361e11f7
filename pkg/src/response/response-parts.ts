import { describe } from "../options/option-values.js";
import { isArrayBuffer, isUint8Array } from "../runtime/bytes.js";
import type { Global } from "../runtime/host.js";
import { encodeTruncated, readBody, truncate } from "./read-body.js";

/**
 * Headers in any case: fetch's `Headers`, those of axios, an object or the `rawHeaders` of `node:http`, or names with
 * their values. Only `Request-ID` and those that begin with `Wechatpay-` are read; their values are texts.
 */
export type ResponseHeaders =
	| Global<"Headers">
	| Iterable<readonly [name: string, value: unknown]>
	| readonly string[]
	| { readonly [name: string]: unknown };

/** A body exactly as received: parsed and written again, it would no longer fit its signature. */
export type ResponseBody = string | Uint8Array | ArrayBuffer;

/** A response, as an HTTP client received it. */
export interface ResponseParts {
	/** The HTTP status. */
	status: number;
	/** All headers, or at least `Request-ID` and those that begin with `Wechatpay-`. */
	headers: ResponseHeaders;
	/**
	 * Exactly as received: parsed and written again, it would no longer fit its signature. What is longer than 1 MiB is
	 * never verified.
	 */
	body: ResponseBody;
}

/**
 * A response with the names that HTTP clients give its parts: `data` for the body in axios, `statusCode` for the status in
 * got and `node:http`. Have the client leave the body as it is: `responseType: "arraybuffer"` in axios.
 */
export type ClientResponse = (Pick<ResponseParts, "status"> | { statusCode: number }) &
	Pick<ResponseParts, "headers"> &
	(Pick<ResponseParts, "body"> | { data: ResponseBody });

/** A response that the core can read. */
export interface PlainResponse {
	status: number;
	headers: [name: string, value: string][];
	body: Uint8Array;
}

/** What is read of the headers. */
const READ_HEADER = /^(?:request-id|wechatpay-.*)$/i;
const MAX_STATUS = 999;
const AS_RECEIVED =
	'its signature is about the bytes that were received (axios: responseType: "arraybuffer"; fetch: give the Response itself)';

/**
 * The parts of what fetch answers. Its body is read, and so consumed. A body longer than 1 MiB is cut: such a response is
 * no success, and never verified.
 */
export async function responseParts(response: Global<"Response">): Promise<ResponseParts> {
	assertResponse(response);
	return readResponse(response);
}

/** The same; when the signal ends it, the body is let go of. */
export async function readResponse(
	response: Global<"Response">,
	signal?: Global<"AbortSignal">,
): Promise<ResponseParts> {
	return { status: response.status, headers: response.headers, body: await readBody(response, signal) };
}

/** Whether that is a response of fetch. */
export function isResponse(value: unknown): value is Global<"Response"> {
	return typeof (value as Partial<Response> | null | undefined)?.arrayBuffer === "function";
}

/** Throws a TypeError for what is no response of fetch. */
export function assertResponse(value: unknown): void {
	if (!isResponse(value)) {
		throw new TypeError(`fetch must answer a Response, not ${describe(value)}`);
	}
}

/** Reads the parts of a response into a copy. Throws a TypeError that names the wrong part. */
export function readResponseParts(response: unknown): PlainResponse {
	const parts = partsOf(response, "the response must be an object");
	return {
		status: readStatus(parts),
		headers: readHeaders(parts.headers),
		body: readBytes(parts),
	};
}

/** The parts of a response, whatever their names and types. */
export type GivenParts = Record<"status" | "statusCode" | "headers" | "body" | "data", unknown>;

/** The parts of a response, still to be read. */
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

/** The bytes of the body, copied. */
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

/** The body, and its name in the response. */
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

/** What `rawHeaders` of `node:http` holds: names and values in turn. */
function pairUp(items: readonly string[]): string[][] {
	return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) =>
		items.slice(2 * index, 2 * index + 2),
	);
}
