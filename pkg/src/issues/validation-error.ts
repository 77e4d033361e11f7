import type { Issue } from "../bridge/types.js";

const SHOWN = 3;

/** An input is not valid. */
export class ValidationError extends Error {
	/** What is wrong, and what is doubtful. */
	readonly issues: Issue[];

	constructor(issues: Issue[]) {
		super(summary(issues));
		this.name = "ValidationError";
		this.issues = issues;
	}
}

function summary(issues: Issue[]): string {
	const errors = issues.filter((issue) => issue.severity === "error");
	const shown = errors.slice(0, SHOWN).map(({ pointer, message }) => `${pointer || "/"}: ${message}`);
	const more = errors.length - shown.length;
	return [
		"The membership-card update is not valid",
		...shown,
		...(more > 0 ? [`… and ${more} more`] : []),
	].join("\n");
}
