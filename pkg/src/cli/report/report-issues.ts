import type { Session } from "../arguments/command.js";
import type { Issue } from "../shared/library.js";
import type { Output } from "../terminal/output.js";
import { tellIssue, tellIssues } from "./diagnostic.js";
import type { SourceText } from "./source-text.js";

/** Tells issues where they belong: in the update, in the card's state, or at an option of the command line. */
export function reportIssues(
	output: Output,
	say: Session["say"],
	issues: readonly Issue[],
	body: SourceText,
	state?: SourceText,
): void {
	tellIssues(output, say, body, at(issues, "body"));
	if (state !== undefined) {
		tellIssues(output, say, state, at(issues, "current"));
	}
	for (const issue of at(issues, "request")) {
		// "/card_id" is the option `--card-id`.
		tellIssue(output, say, issue, issue.pointer.replace("/", "--").replaceAll("_", "-"));
	}
}

function at(issues: readonly Issue[], location: Issue["location"]): Issue[] {
	return issues.filter((issue) => issue.location === location);
}
