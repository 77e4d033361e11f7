import type { Card } from "../input/card.js";
import { type Issue, locate, type TextPlace, type TextRange } from "../shared/library.js";

/** A JSON text whose issues are told, and where it begins. */
export class SourceText {
	readonly text: string;

	constructor(
		/** The name of its input. */
		readonly name: string,
		bytes: Uint8Array,
		/** The line of the input that it is, or that it begins with. */
		readonly firstLine = 1,
		/** The column of that line in which it begins. */
		readonly firstColumn = 1,
	) {
		// A byte order mark is a character here, as it is to the validator.
		this.text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	}

	/** The text of a card. */
	static of({ source, bytes, line, column }: Card): SourceText {
		return new SourceText(source, bytes, line, column);
	}

	/** The text of the state that stands beside a card in its line; nothing, if none does. */
	static ofState({ source, line, current }: Card): SourceText | undefined {
		return current && new SourceText(source, current.bytes, line, current.column);
	}

	/** Where issues stand in the input. */
	locate(issues: readonly Issue[]): TextRange[] {
		return locate(this.text, issues).map((range, index) => {
			const start = this.#inInput(range.start);
			// Where a text that is too long ends is not known: only its beginning is here.
			const isCut = issues[index]?.code === "json_too_large";
			return { start, end: isCut ? start : this.#inInput(range.end) };
		});
	}

	#inInput({ offset, line, column }: TextPlace): TextPlace {
		return {
			offset,
			line: line + this.firstLine - 1,
			column: line === 1 ? column + this.firstColumn - 1 : column,
		};
	}
}
