import type { Session } from "../arguments/command.js";
import { shown } from "../input/input.js";
import type { Issue, TextRange } from "../shared/library.js";
import type { Words } from "../shared/words.js";
import type { Output } from "../terminal/output.js";
import { visible } from "../terminal/visible.js";
import { widthOf } from "../terminal/width.js";
import { excerpt } from "./excerpt.js";
import type { SourceText } from "./source-text.js";

const SEVERITY: Record<Issue["severity"], Words> = {
	error: { "zh-CN": "错误", en: "error" },
	warning: { "zh-CN": "警告", en: "warning" },
};
/** What stands before an excerpt, beside the number of its line. */
const MARGIN = "   | ".length;
const MIN_COLUMNS = 20;

type Say = Session["say"];

/** Tells issues of a text as a compiler does: where, what, and the line of the text with a mark below. */
export function tellIssues(output: Output, say: Say, source: SourceText, issues: readonly Issue[]): void {
	const ranges = source.locate(issues);
	for (const [index, issue] of issues.entries()) {
		const range = ranges[index] as TextRange;
		const { line, column } = range.start;
		output.line(heading(output, say, issue, `${shown(source.name)}:${line}:${column}`));
		// A text that is too long has no line worth showing.
		if (issue.code !== "json_too_large") {
			tellExcerpt(output, source, range, issue);
		}
		output.line();
	}
}

/** Tells an issue about a value that stands in no text. */
export function tellIssue(output: Output, say: Say, issue: Issue, subject: string): void {
	output.line(heading(output, say, issue, subject));
}

function heading({ styles }: Output, say: Say, { severity, message, code }: Issue, place: string): string {
	const what = styles[severity](`${say(SEVERITY[severity])}:`);
	return `${styles.strong(`${place}:`)} ${what} ${visible(message)} ${styles.faint(`[${code}]`)}`;
}

function tellExcerpt(output: Output, source: SourceText, { start, end }: TextRange, issue: Issue): void {
	const { styles } = output;
	const number = String(start.line);
	const columns = Math.max(output.columns - number.length - MARGIN, MIN_COLUMNS);
	const { source: line, marks } = excerpt(source.text, start.offset, end.offset, columns);
	const blanks = marks.slice(0, marks.indexOf("^"));
	const marked = styles[issue.severity](marks.slice(blanks.length));
	const gutter = `  ${styles.faint(`${" ".repeat(number.length)} |`)}`;
	const pointer = visible(issue.pointer);
	output.line(`  ${styles.faint(`${number} |`)} ${line}`);
	if (pointer === "") {
		output.line(`${gutter} ${blanks}${marked}`);
	} else if (marks.length + 1 + widthOf(pointer) <= columns) {
		output.line(`${gutter} ${blanks}${marked} ${styles.faint(pointer)}`);
	} else {
		output.line(`${gutter} ${blanks}${marked}`);
		output.line(`${gutter} ${styles.faint(pointer)}`);
	}
}
