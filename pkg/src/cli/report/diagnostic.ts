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

/**
 * Tells issues of a text as a compiler does: where, what, and the line of the text with a mark below. Of many warnings of one
 * kind only the first is told so, with the places of the others: the SDKs of typed languages write a `null` for each field that
 * is not set.
 */
export function tellIssues(output: Output, say: Say, source: SourceText, issues: readonly Issue[]): void {
	const ranges = source.locate(issues);
	const alike = alikeOf(issues);
	for (const [index, issue] of issues.entries()) {
		const others = alike.get(issue);
		if (others === "told before") {
			continue;
		}
		const range = ranges[index] as TextRange;
		const { line, column } = range.start;
		output.line(heading(output, say, issue, `${shown(source.name)}:${line}:${column}`));
		// A text that is too long has no line worth showing.
		if (issue.code !== "json_too_large") {
			tellExcerpt(output, source, range, issue);
		}
		if (others !== undefined) {
			tellOthers(output, say, others);
		}
		output.line();
	}
}

/** So many warnings of one kind are told one by one. */
const MAX_SINGLE = 2;
/** More places are not listed: programs are told them all. */
const MAX_PLACES = 20;

/** For the first of many warnings of one kind the others, and for each of those that it was told before. */
function alikeOf(issues: readonly Issue[]): Map<Issue, readonly Issue[] | "told before"> {
	const byKind = new Map<string, Issue[]>();
	for (const issue of issues.filter(({ severity }) => severity === "warning")) {
		// What differs but for its place is told: the name that may be meant, and the like.
		const kind = JSON.stringify([issue.code, issue.params]);
		const same = byKind.get(kind) ?? [];
		same.push(issue);
		byKind.set(kind, same);
	}
	const alike = new Map<Issue, readonly Issue[] | "told before">();
	for (const [first, ...others] of byKind.values()) {
		if (first !== undefined && others.length >= MAX_SINGLE) {
			alike.set(first, others);
			for (const other of others) {
				alike.set(other, "told before");
			}
		}
	}
	return alike;
}

function tellOthers(output: Output, say: Say, others: readonly Issue[]): void {
	const count = others.length;
	const places = others.slice(0, MAX_PLACES).map(({ pointer }) => visible(pointer || "/"));
	const rest = count > MAX_PLACES ? " …" : "";
	output.line(
		`  ${output.styles.faint(say({ "zh-CN": `另有 ${count} 处相同：`, en: `${count} more like it:` }))} ${places.join(" ")}${rest}`,
	);
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
