import type { Localized } from "../../options/locale.js";
import type { Session } from "../arguments/command.js";
import { displayName } from "../input/input.js";
import type { Issue, TextRange } from "../shared/library.js";
import type { Output } from "../terminal/output.js";
import { visible } from "../terminal/visible.js";
import { widthOf } from "../terminal/width.js";
import { excerpt } from "./excerpt.js";
import type { SourceText } from "./source-text.js";

const SEVERITY: Record<Issue["severity"], Localized> = {
	error: { "zh-CN": "错误", en: "error" },
	warning: { "zh-CN": "警告", en: "warning" },
};
/** The width of the margin of an excerpt, without the line number. */
const MARGIN = "   | ".length;
const MIN_COLUMNS = 20;

type Say = Session["say"];

/**
 * Prints issues as a compiler does: the position, the message, and the line of the text with a mark below. If there are
 * many warnings of one kind, it prints the first, and lists the pointers of the others: the SDKs of typed languages
 * write `null` for each unset field.
 */
export function printDiagnostics(
	output: Output,
	say: Say,
	source: SourceText,
	issues: readonly Issue[],
): void {
	const ranges = source.locate(issues);
	const alike = groupAlike(issues);
	for (const [index, issue] of issues.entries()) {
		const others = alike.get(issue);
		if (others === "printed before") {
			continue;
		}
		const range = ranges[index] as TextRange;
		const { line, column } = range.start;
		output.line(heading(output, say, issue, `${displayName(source.name)}:${line}:${column}`));
		// If the text is too long, no single line is the problem.
		if (issue.code !== "json_too_large") {
			printExcerpt(output, source, range, issue);
		}
		if (others !== undefined) {
			printOthers(output, say, others);
		}
		output.line();
	}
}

/** Up to so many warnings of one kind are printed one by one. */
const MAX_SINGLE = 2;
/** More pointers are not listed. `--json` prints them all. */
const MAX_PLACES = 20;

/** Groups warnings of one kind: the first maps to the others, and each of the others is marked. */
function groupAlike(issues: readonly Issue[]): Map<Issue, readonly Issue[] | "printed before"> {
	const byKind = new Map<string, Issue[]>();
	for (const issue of issues.filter(({ severity }) => severity === "warning")) {
		// Warnings with different parameters are different kinds.
		const kind = JSON.stringify([issue.code, issue.params]);
		const same = byKind.get(kind) ?? [];
		same.push(issue);
		byKind.set(kind, same);
	}
	const alike = new Map<Issue, readonly Issue[] | "printed before">();
	for (const [first, ...others] of byKind.values()) {
		if (first !== undefined && others.length >= MAX_SINGLE) {
			alike.set(first, others);
			for (const other of others) {
				alike.set(other, "printed before");
			}
		}
	}
	return alike;
}

function printOthers(output: Output, say: Say, others: readonly Issue[]): void {
	const count = others.length;
	const places = others.slice(0, MAX_PLACES).map(({ pointer }) => visible(pointer || "/"));
	const rest = count > MAX_PLACES ? " …" : "";
	output.line(
		`  ${output.styles.faint(say({ "zh-CN": `另有 ${count} 处相同：`, en: `${count} more like it:` }))} ${places.join(" ")}${rest}`,
	);
}

/** Prints an issue about a value that is not in a text. */
export function printDiagnostic(output: Output, say: Say, issue: Issue, subject: string): void {
	output.line(heading(output, say, issue, subject));
}

function heading({ styles }: Output, say: Say, { severity, message, code }: Issue, place: string): string {
	const what = styles[severity](`${say(SEVERITY[severity])}:`);
	return `${styles.strong(`${place}:`)} ${what} ${visible(message)} ${styles.faint(`[${code}]`)}`;
}

function printExcerpt(output: Output, source: SourceText, { start, end }: TextRange, issue: Issue): void {
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
