/**
 * UTF-8 for hosts without encoders, such as Mini Programs and jsdom: the part of `TextEncoder` and `TextDecoder` that
 * the package and its glue use.
 */

const REPLACEMENT = 0xfffd;
/** How many code units to convert at once. A call takes a limited number of arguments. */
const BATCH = 8192;

export class Utf8Encoder {
	encode(text: string): Uint8Array {
		const bytes = new Uint8Array(text.length * 3);
		return bytes.slice(0, this.encodeInto(text, bytes).written);
	}

	/** Writes the whole text. `bytes` must have three bytes for each code unit. */
	encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
		let written = 0;
		for (const character of text) {
			written = writeCodePoint(bytes, written, codePointOf(character));
		}
		return { read: text.length, written };
	}
}

/** The code point of a character; U+FFFD for a lone surrogate, which UTF-8 cannot encode. */
function codePointOf(character: string): number {
	const code = character.codePointAt(0) as number;
	return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code;
}

function writeCodePoint(bytes: Uint8Array, at: number, code: number): number {
	if (code < 0x80) {
		bytes[at] = code;
		return at + 1;
	}
	// How many bytes follow the first one, and the bits that mark this in it.
	const [following, lead] = code < 0x800 ? [1, 0xc0] : code < 0x10000 ? [2, 0xe0] : [3, 0xf0];
	bytes[at] = lead | (code >> (6 * following));
	for (let index = 1; index <= following; index++) {
		bytes[at + index] = 0x80 | ((code >> (6 * (following - index))) & 0x3f);
	}
	return at + following + 1;
}

export class Utf8Decoder {
	/** The bytes come from Rust, so they are valid UTF-8. */
	decode(bytes: Uint8Array = new Uint8Array()): string {
		let text = "";
		let units: number[] = [];
		let at = 0;
		while (at < bytes.length) {
			const lead = bytes[at++] as number;
			const following = lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
			let code = following === 0 ? lead : lead & (0x3f >> following);
			for (let left = following; left > 0; left--) {
				code = (code << 6) | ((bytes[at++] as number) & 0x3f);
			}
			if (code > 0xffff) {
				units.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
			} else {
				units.push(code);
			}
			if (units.length >= BATCH) {
				text += String.fromCharCode(...units);
				units = [];
			}
		}
		return text + String.fromCharCode(...units);
	}
}
