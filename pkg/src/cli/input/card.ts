import { MAX_BYTES } from "../../generated/records.js";
import { findValues } from "../../locate/find-values.js";
import { SearchTree, type Span } from "../../locate/search-tree.js";

/** The JSON text of one card's update. */
export interface Card {
	/** The input that it comes from. */
	source: string;
	/** Its line, if the input has a card in each. */
	line?: number;
	/** The column where it begins, if something precedes it in the line. */
	column?: number;
	/** If the text is too long, only a part, which is still too long. */
	bytes: Uint8Array;
	/** The card's state, if the line has one: its text and the column where it begins. */
	current?: { bytes: Uint8Array; column: number };
}

/**
 * Splits a line with a payload and the card's state, `{"payload": {…}, "current": {…}}`. Any other line is a payload.
 */
export function withState(card: Card): Card {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(card.bytes);
	const root = new SearchTree();
	const wanted = [root.add(["payload"]), root.add(["current"])] as const;
	if (card.bytes.length > MAX_BYTES || !isJson(text)) {
		return card; // The validation reports it.
	}
	findValues(text, root);
	const [payload, current] = wanted.map(spanOf);
	if (payload === undefined || current === undefined) {
		return card;
	}
	const part = ({ start, end }: Span) => ({
		bytes: new TextEncoder().encode(text.slice(start, end)),
		column: start + 1,
	});
	return { ...card, ...part(payload), current: part(current) };
}

/** The position of a value that occurs exactly once. */
function spanOf({ first, last }: SearchTree): Span | undefined {
	return first === last ? first?.value : undefined;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
