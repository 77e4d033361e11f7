import type { Card } from "../input/card.js";
import type { Api } from "../shared/libraries.js";
import type { Issue, TextRange, Validation } from "../shared/library.js";
import { SourceText } from "./source-text.js";

/** An issue with its position in the input. An issue about the card's state has no position here. */
export type LocatedIssue = Issue & {
	line?: number;
	column?: number;
	endLine?: number;
	endColumn?: number;
};

/** The result for a card, as `--json` prints it. */
export interface CardResult {
	/** The name of the input. */
	file: string;
	/** The line of the card, if the input has one card a line. */
	line?: number;
	valid: boolean;
	/** The canonical JSON of a valid card. */
	body?: string;
	issues: LocatedIssue[];
}

/** The result for a card, with the given issues. */
export function cardResult(card: Card, validation: Validation<Api>, issues: readonly Issue[]): CardResult {
	const { source, line } = card;
	return {
		file: source,
		...(line !== undefined && { line }),
		valid: validation.valid,
		...(validation.valid && { body: validation.body }),
		issues: issues.length === 0 ? [] : locatedIssues(issues, SourceText.of(card)),
	};
}

function locatedIssues(issues: readonly Issue[], source: SourceText): LocatedIssue[] {
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
