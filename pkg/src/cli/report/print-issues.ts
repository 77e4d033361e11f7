import type { Session } from "../arguments/command.js";
import type { Issue } from "../shared/library.js";
import type { Output } from "../terminal/output.js";
import { printDiagnostic, printDiagnostics } from "./print-diagnostics.js";
import type { SourceText } from "./source-text.js";

/** Prints issues with their source: the update, the card's state, or an option of the command line. */
export function printIssues(
	output: Output,
	say: Session["say"],
	issues: readonly Issue[],
	body: SourceText,
	state?: SourceText,
): void {
	printDiagnostics(output, say, body, at(issues, "body"));
	if (state !== undefined) {
		printDiagnostics(output, say, state, at(issues, "current"));
	}
	for (const issue of at(issues, "request")) {
		// "/card_id" is the option `--card-id`.
		printDiagnostic(output, say, issue, issue.pointer.replace("/", "--").replaceAll("_", "-"));
	}
}

function at(issues: readonly Issue[], location: Issue["location"]): Issue[] {
	return issues.filter((issue) => issue.location === location);
}
