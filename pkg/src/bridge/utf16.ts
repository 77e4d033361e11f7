/** How many code units to convert at once. A call takes a limited number of arguments. */
const BATCH = 8192;

/** Decodes UTF-16 where the host's decoder cannot. */
export class Utf16Decoder {
	decode(bytes: Uint8Array): string {
		const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
		let text = "";
		for (let at = 0; at < units.length; at += BATCH) {
			text += String.fromCharCode(...units.subarray(at, at + BATCH));
		}
		return text;
	}
}

function hostsDecoder(): TextDecoder | Utf16Decoder {
	try {
		return new globalThis.TextDecoder("utf-16le", { ignoreBOM: true });
	} catch {
		return new Utf16Decoder();
	}
}

const decoder = hostsDecoder();

/** Decodes UTF-16, little-endian, between two byte offsets of a memory. */
export let readUtf16 = (memory: Uint8Array, start: number, end: number): string =>
	decoder.decode(memory.subarray(start, end));

/** Replaces `readUtf16` with a faster function of the host. */
export function readUtf16With(read: typeof readUtf16): void {
	readUtf16 = read;
}

/** Writes text as UTF-16, little-endian. */
export let writeUtf16 = (text: string, places: Uint16Array): void => {
	for (let at = 0; at < text.length; at++) {
		places[at] = text.charCodeAt(at);
	}
};

/** Replaces `writeUtf16` with a faster function of the host. */
export function writeUtf16With(write: typeof writeUtf16): void {
	writeUtf16 = write;
}
