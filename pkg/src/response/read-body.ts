import { describe } from "../options/option-values.js";
import { isUint8Array } from "../runtime/bytes.js";

/** The maximum body of a response in bytes. Those of WeChat Pay have a few hundred. */
export const MAX_BYTES = 1 << 20;
/** One byte more is kept, so that the core sees that a body is too long. */
const KEPT = MAX_BYTES + 1;

/** A body that can never be read, even with a working network. */
export class BodyError extends TypeError {}

/** Truncates a body that is too long. */
export function truncate(body: Uint8Array): Uint8Array {
	return body.subarray(0, KEPT);
}

/** Encodes a body as UTF-8, truncated if it is too long. */
export function encodeTruncated(body: string): Uint8Array {
	return truncate(new TextEncoder().encode(body.slice(0, KEPT)));
}

/** Reads the body of a response, truncated if it is too long. When the signal aborts, the body is cancelled. */
export async function readBody(response: Response, signal?: AbortSignal): Promise<Uint8Array> {
	if (response.bodyUsed) {
		throw new BodyError(
			"the response's body was read before: give the response itself, or its status, its headers and the body as text or bytes",
		);
	}
	const reader = response.body?.getReader?.();
	if (reader === undefined) {
		return truncate(new Uint8Array(await response.arrayBuffer()));
	}
	const letGo = () => void cancel(reader);
	signal?.addEventListener("abort", letGo, { once: true });
	try {
		const chunks = await readChunks(reader, signal);
		return truncate(joined(chunks));
	} finally {
		signal?.removeEventListener("abort", letGo);
		letGo();
	}
}

async function readChunks(
	reader: ReadableStreamDefaultReader<unknown>,
	signal: AbortSignal | undefined,
): Promise<Uint8Array[]> {
	const chunks: Uint8Array[] = [];
	let left = KEPT;
	while (left > 0 && !signal?.aborted) {
		const { done, value } = await reader.read();
		if (done) {
			break;
		}
		if (!isUint8Array(value)) {
			throw new BodyError(`the response's body must consist of bytes, not ${describe(value)}`);
		}
		chunks.push(value);
		// Count empty chunks, too, so that reading ends.
		left -= Math.max(1, value.length);
	}
	if (signal?.aborted) {
		// The body is incomplete.
		throw signal.reason;
	}
	return chunks;
}

/** Cancels the stream. Does nothing if it has ended. */
async function cancel(reader: ReadableStreamDefaultReader<unknown>): Promise<void> {
	try {
		await reader.cancel();
	} catch {
		// The stream is not needed any more.
	}
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.length;
	}
	return bytes;
}
