import { MAX_BYTES } from "../../generated/records.js";
import { find } from "../../locate/find.js";
import { type Span, Wanted } from "../../locate/wanted.js";
import type { Card } from "./card.js";

/**
 * The card in a line that has the card's state beside its payload: `{"payload": {…}, "current": {…}}`. Any other line is a
 * payload itself.
 */
export function withState(card: Card): Card {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(card.bytes);
	const root = new Wanted();
	const wanted = [root.at(["payload"]), root.at(["current"])] as const;
	if (card.bytes.length > MAX_BYTES || !isJson(text)) {
		return card; // The validation tells.
	}
	find(text, root);
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

/** Where a value is that is there once. */
function spanOf({ first, last }: Wanted): Span | undefined {
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
