import type { Card } from "../input/card.js";
import { type Issue, locate, type TextPosition, type TextRange } from "../shared/library.js";

/** A JSON text, and where it begins in its input. */
export class SourceText {
	readonly text: string;

	constructor(
		/** The name of its input. */
		readonly name: string,
		bytes: Uint8Array,
		/** The line of the input where it begins. */
		readonly firstLine = 1,
		/** The column where it begins. */
		readonly firstColumn = 1,
	) {
		// Keep a byte order mark: the validator counts it as a character.
		this.text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	}

	/** The text of a card. */
	static of({ source, bytes, line, column }: Card): SourceText {
		return new SourceText(source, bytes, line, column);
	}

	/** The text of the state beside a card in its line; `undefined` if there is none. */
	static ofState({ source, line, current }: Card): SourceText | undefined {
		return current && new SourceText(source, current.bytes, line, current.column);
	}

	/** The ranges of issues in the input. */
	locate(issues: readonly Issue[]): TextRange[] {
		return locate(this.text, issues).map((range, index) => {
			const start = this.#inInput(range.start);
			// The end of a text that is too long is unknown.
			const isCut = issues[index]?.code === "json_too_large";
			return { start, end: isCut ? start : this.#inInput(range.end) };
		});
	}

	#inInput({ offset, line, column }: TextPosition): TextPosition {
		return {
			offset,
			line: line + this.firstLine - 1,
			column: line === 1 ? column + this.firstColumn - 1 : column,
		};
	}
}
