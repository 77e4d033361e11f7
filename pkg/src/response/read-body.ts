import { describe } from "../options/option-values.js";
import { isUint8Array } from "../runtime/bytes.js";

/** The longest body that is read of a response, in bytes. WeChat Pay's have a few hundred. */
export const MAX_BYTES = 1 << 20;
/** What is kept of a longer one: one byte more, so that the core sees that it is longer. */
const KEPT = MAX_BYTES + 1;

/** A body that cannot be read, whatever the network does. */
export class BodyError extends TypeError {}

/** The bytes of a body that was read, cut if they are too many. */
export function truncate(body: Uint8Array): Uint8Array {
	return body.subarray(0, KEPT);
}

/** The text in UTF-8, cut if it is too long. */
export function encodeTruncated(body: string): Uint8Array {
	return truncate(new TextEncoder().encode(body.slice(0, KEPT)));
}

/**
 * Reads the body of a response. A long one is not read to its end but cut. When the signal ends it, the body is let go of.
 */
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
		// Empty ones come to an end, too.
		left -= Math.max(1, value.length);
	}
	if (signal?.aborted) {
		// What was read is not the body.
		throw signal.reason;
	}
	return chunks;
}

/** Tells the source that nobody reads on. Nothing happens if it has ended. */
async function cancel(reader: ReadableStreamDefaultReader<unknown>): Promise<void> {
	try {
		await reader.cancel();
	} catch {
		// Nobody reads on, whatever the source makes of it.
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
