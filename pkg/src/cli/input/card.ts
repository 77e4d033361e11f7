/** The JSON text of one card's update. */
export interface Card {
	/** The input that it comes from. */
	source: string;
	/** Its line, if the input has a card in each. */
	line?: number;
	/** In which column of its line it begins, if something stands before it. */
	column?: number;
	/** Of a text that is too long, a beginning that is too long as well. */
	bytes: Uint8Array;
	/** The card's state, if it stands beside the update in the same line: its text, and where that begins. */
	current?: { bytes: Uint8Array; column: number };
}
