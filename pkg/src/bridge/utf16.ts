/** How many code units are made a string at once; a call takes only so many arguments. */
const BATCH = 8192;

/** Reads UTF-16 where the host's own decoder cannot. */
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

/** Reads UTF-16 in the byte order of WebAssembly, from one byte of its memory to another. */
export let readUtf16 = (memory: Uint8Array, start: number, end: number): string =>
	decoder.decode(memory.subarray(start, end));

/** Reads it in another way from now on: a host may have a faster one. */
export function readUtf16With(read: typeof readUtf16): void {
	readUtf16 = read;
}

/** Writes text as UTF-16 in the byte order of WebAssembly, from the beginning of the places. */
export let writeUtf16 = (text: string, places: Uint16Array): void => {
	for (let at = 0; at < text.length; at++) {
		places[at] = text.charCodeAt(at);
	}
};

/** Writes it in another way from now on: a host may have a faster one. */
export function writeUtf16With(write: typeof writeUtf16): void {
	writeUtf16 = write;
}
