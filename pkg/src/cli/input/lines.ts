/** A line of a stream, without its line feed. */
export interface Line {
	/** From 1. */
	number: number;
	/** At most `limit` + 1 bytes of the line. */
	bytes: Uint8Array;
}

const LINE_FEED = 0x0a;
const NOTHING = new Uint8Array(0);

/** Splits a stream into lines. Of a long line it keeps `limit` + 1 bytes. */
export class LineSplitter {
	#number = 1;
	/** The beginning of an unfinished line. */
	#begun: Uint8Array = NOTHING;

	constructor(private readonly limit: number) {}

	/** The lines that end in a chunk. */
	push(chunk: Uint8Array): Line[] {
		const lines: Line[] = [];
		let start = 0;
		for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
			lines.push({ number: this.#number, bytes: this.joined(chunk.subarray(start, end)) });
			this.#begun = NOTHING;
			this.#number += 1;
			start = end + 1;
		}
		if (start < chunk.length) {
			this.#begun = this.joined(chunk.subarray(start));
		}
		return lines;
	}

	/** The last line, if no line feed ends it. */
	end(): Line[] {
		return this.#begun.length === 0 ? [] : [{ number: this.#number, bytes: this.#begun }];
	}

	private joined(bytes: Uint8Array): Uint8Array {
		const room = this.limit + 1 - this.#begun.length;
		const kept = bytes.length > room ? bytes.subarray(0, room) : bytes;
		if (this.#begun.length === 0) {
			return kept;
		}
		return kept.length === 0 ? this.#begun : Buffer.concat([this.#begun, kept]);
	}
}
