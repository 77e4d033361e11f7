import type { Card } from "../input/card.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, TextRange, Validation } from "../shared/library.js";
import { SourceText } from "./source-text.js";

/** An issue, with its place in its input; one about the card's state has its place in another, and none here. */
export type PlacedIssue = Issue & {
	line?: number;
	column?: number;
	endLine?: number;
	endColumn?: number;
};

/** What programs are told of a card, in one line of JSON. */
export interface Verdict {
	/** The input, as it was named. */
	file: string;
	/** The line of the input, if it has a card in each. */
	line?: number;
	valid: boolean;
	/** The canonical JSON of a valid card. */
	body?: string;
	issues: PlacedIssue[];
}

/** The verdict on a card, with those of its issues that are to be told. */
export function verdict(card: Card, validation: Validation<Api>, issues: readonly Issue[]): Verdict {
	const { source, line } = card;
	return {
		file: source,
		...(line !== undefined && { line }),
		valid: validation.valid,
		...(validation.valid && { body: validation.body }),
		issues: issues.length === 0 ? [] : placed(issues, SourceText.of(card)),
	};
}

function placed(issues: readonly Issue[], source: SourceText): PlacedIssue[] {
	const ranges = source.locate(issues);
	return issues.map((issue, index) => {
		if (issue.location !== "body") {
			return issue;
		}
		const { start, end } = ranges[index] as TextRange;
		const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
		return { ...issue, ...place };
	});
}
