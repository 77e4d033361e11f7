import type { Card } from "../input/cards.js";
import { type Issue, locate, type TextRange } from "../shared/library.js";

/** A JSON text whose issues are told, and where it begins. */
export class SourceText {
	readonly text: string;

	constructor(
		/** The name of its input. */
		readonly name: string,
		bytes: Uint8Array,
		/** The line of the input that it is, or that it begins with. */
		readonly firstLine = 1,
	) {
		// A byte order mark is a character here, as it is to the validator.
		this.text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	}

	/** The text of a card. */
	static of({ source, bytes, line }: Card): SourceText {
		return new SourceText(source, bytes, line);
	}

	/** Where issues stand in the input. */
	locate(issues: readonly Issue[]): TextRange[] {
		const moved = this.firstLine - 1;
		return locate(this.text, issues).map((range, index) => {
			const start = { ...range.start, line: range.start.line + moved };
			// Where a text that is too long ends is not known: only its beginning is here.
			const isCut = issues[index]?.code === "json_too_large";
			return { start, end: isCut ? start : { ...range.end, line: range.end.line + moved } };
		});
	}
}
