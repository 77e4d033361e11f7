import { UsageError } from "../shared/failure.js";
import type { ResponseParts } from "../shared/library.js";

const STATUS_LINE = /^HTTP\/[\d.]+ (\d{3})/;
/** Heads that curl prints before the response: interim responses and those of a proxy. */
const BEFOREHAND = /^HTTP\/[\d.]+ (?:1\d\d|200 connection established)/i;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Parses an HTTP response as printed by `curl --include`. Returns `undefined` if the bytes do not begin with a status
 * line. The body is not changed.
 */
export function parseHttpResponse(bytes: Uint8Array): ResponseParts | undefined {
	let body = bytes;
	let head: Head | undefined;
	do {
		const next = headOf(body);
		if (next === undefined) {
			break;
		}
		head = next;
		body = body.subarray(head.length);
		// Another head may follow only such a head. Otherwise it is part of the body.
	} while (head.isBeforehand);
	return head && { status: head.status, headers: head.headers, body };
}

/** The response in an input: a whole response, or a body whose status is given as an option. */
export function responseOf(
	bytes: Uint8Array,
	status: number | undefined,
): Pick<ResponseParts, "status" | "body"> {
	const response = status === undefined ? parseHttpResponse(bytes) : { status, body: bytes };
	if (response === undefined) {
		throw new UsageError(
			{ "zh-CN": "缺少选项 --status", en: "the option --status is missing" },
			{
				"zh-CN": "curl --include 的完整输出带有状态码，不需要此选项",
				en: "the whole output of curl --include has the status in it",
			},
		);
	}
	return response;
}

interface Head {
	isBeforehand: boolean;
	status: number;
	headers: [string, string][];
	/** In bytes, with the blank line. */
	length: number;
}

function headOf(bytes: Uint8Array): Head | undefined {
	const lines: string[] = [];
	for (let start = 0; ; ) {
		const lineFeed = bytes.indexOf(LINE_FEED, start);
		const end = lineFeed < 0 ? bytes.length : lineFeed;
		const text = Buffer.from(bytes.subarray(start, bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end));
		const line = text.toString("latin1");
		if (lines.length === 0 && !STATUS_LINE.test(line)) {
			return undefined;
		}
		start = end + 1;
		if (line === "" || lineFeed < 0) {
			const [first = line, ...rest] = lines;
			return {
				isBeforehand: BEFOREHAND.test(first),
				status: Number(STATUS_LINE.exec(first)?.[1]),
				headers: rest.flatMap(header),
				length: Math.min(start, bytes.length),
			};
		}
		lines.push(line);
	}
}

function header(line: string): [string, string][] {
	const colon = line.indexOf(":");
	return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
}
