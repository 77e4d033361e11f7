import { MAX_BYTES } from "../../generated/records.js";
import type { Card } from "./card.js";
import { withState } from "./card.js";
import type { Input } from "./input.js";
import { type Line, LineSplitter } from "./lines.js";

/** Cards that were read together. */
export interface Batch {
	cards: readonly Card[];
	/** The number of bytes read. */
	size: number;
}

const STREAM_NAME = /\.(?:ndjson|jsonl)$/i;

/** Whether a file name says that each line is a card. */
export function isStream(name: string): boolean {
	return STREAM_NAME.test(name);
}

/** Reads an input that is one card. */
export async function singleCard(input: Input, source: string): Promise<Card> {
	return { source, bytes: await input.bytes(source, MAX_BYTES) };
}

/** Reads an input with one card a line, as lines arrive. Blank lines are skipped. */
export async function* cardsInLines(
	input: Input,
	source: string,
	signal: AbortSignal,
): AsyncGenerator<Batch> {
	const splitter = new LineSplitter(MAX_BYTES);
	const cardsIn = (lines: readonly Line[]) =>
		lines
			.filter(({ bytes }) => !isBlank(bytes))
			.map(({ number, bytes }) => withState({ source, line: number, bytes }));
	for await (const chunk of input.chunks(source, signal)) {
		yield { cards: cardsIn(splitter.push(chunk)), size: chunk.length };
	}
	yield { cards: cardsIn(splitter.end()), size: 0 };
}

function isBlank(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
