import { isUint8Array } from "../bytes.js";
import type { Global } from "../global.js";
import { describe } from "../option-values.js";

/** Headers in any case: fetch's `Headers`, an object as `node:http` has it, or names with their values. */
export type ResponseHeaders =
	| Global<"Headers">
	| Iterable<readonly [name: string, value: string | readonly string[]]>
	| { readonly [name: string]: string | readonly string[] | undefined };

/** An answer, as an HTTP client received it. */
export interface ResponseParts {
	/** The HTTP status. */
	status: number;
	/** All headers, or at least `Request-ID` and those that begin with `Wechatpay-`. */
	headers: ResponseHeaders;
	/** Exactly as received: parsed and written again, it would no longer fit its signature. */
	body: string | Uint8Array | ArrayBuffer;
}

/** An answer that the core can read. */
export interface PlainResponse {
	status: number;
	headers: [name: string, value: string][];
	body: Uint8Array;
}

/** The longest body that is read of an answer. WeChat Pay's have a few hundred bytes. */
const MAX_BYTES = 1 << 20;
const MAX_STATUS = 999;

/** The parts of what fetch answers. Its body is read, and so consumed. */
export async function responseParts(response: Global<"Response">): Promise<ResponseParts> {
	if (!isResponse(response)) {
		throw new TypeError(`fetch must answer a Response, not ${describe(response)}`);
	}
	return { status: response.status, headers: response.headers, body: await readBody(response) };
}

/** Whether that is an answer of fetch. */
export function isResponse(value: unknown): value is Global<"Response"> {
	return typeof (value as Partial<Response> | null | undefined)?.arrayBuffer === "function";
}

/** Reads the parts of an answer into a copy. Throws a TypeError that names the wrong part. */
export function readResponseParts(parts: unknown): PlainResponse {
	if (typeof parts !== "object" || parts === null) {
		throw new TypeError(`the response must be an object, not ${describe(parts)}`);
	}
	const { status, headers, body } = parts as Partial<ResponseParts>;
	return { status: readStatus(status), headers: readHeaders(headers), body: readBytes(body) };
}

export function readStatus(status: unknown): number {
	if (!Number.isInteger(status) || (status as number) < 0 || (status as number) > MAX_STATUS) {
		throw new TypeError(`response.status must be an HTTP status, not ${describe(status)}`);
	}
	return status as number;
}

export function readBytes(body: unknown): Uint8Array {
	if (typeof body === "string") {
		return new TextEncoder().encode(body);
	}
	if (isUint8Array(body)) {
		return new Uint8Array(body);
	}
	if (Object.prototype.toString.call(body) === "[object ArrayBuffer]") {
		return new Uint8Array(body as ArrayBuffer).slice();
	}
	throw new TypeError(
		`response.body must be a string, a Uint8Array or an ArrayBuffer, not ${describe(body)}`,
	);
}

function readHeaders(headers: unknown): [string, string][] {
	if (typeof headers !== "object" || headers === null) {
		throw new TypeError(`response.headers must be an object, not ${describe(headers)}`);
	}
	const pairs: [string, string][] = [];
	for (const [name, values] of entriesOf(headers)) {
		// The names of HTTP/2 that begin with a colon are no headers.
		if (typeof name === "string" && !name.startsWith(":") && values !== undefined) {
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
	const pairs = [...(headers as Iterable<unknown>)];
	if (!pairs.every((pair) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === "string")) {
		throw new TypeError("response.headers must hold pairs of a name and a value");
	}
	return pairs as [unknown, unknown][];
}

async function readBody(response: Response): Promise<Uint8Array> {
	const reader = response.body?.getReader?.();
	if (reader === undefined) {
		return new Uint8Array(await response.arrayBuffer());
	}
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		chunks.push(read.value);
		length += read.value.length;
		if (length > MAX_BYTES) {
			reader.cancel().catch(() => {});
			throw new RangeError(`The answer's body is longer than ${MAX_BYTES} bytes`);
		}
	}
	return joined(chunks, length);
}

function joined(chunks: Uint8Array[], length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.length;
	}
	return bytes;
}
