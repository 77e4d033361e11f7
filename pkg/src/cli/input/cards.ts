import { MAX_BYTES } from "../../generated/records.js";
import type { Card } from "./card.js";
import type { Input } from "./input.js";
import { type Line, LineSplitter } from "./lines.js";
import { withState } from "./with-state.js";

/** Cards that were read together. */
export interface Batch {
	cards: readonly Card[];
	/** How many bytes were read for them. */
	size: number;
}

const STREAM_NAME = /\.(?:ndjson|jsonl)$/i;

/** Whether an input has a card in each of its lines, by its name. */
export function isStream(name: string): boolean {
	return STREAM_NAME.test(name);
}

/** The card that an input is. */
export async function singleCard(input: Input, source: string): Promise<Card> {
	return { source, bytes: await input.bytes(source, MAX_BYTES) };
}

/** The cards in the lines of an input, as they come; blank lines are none. */
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
