import type { Issue } from "../bridge/types.js";

const SHOWN = 3;

/** An update is not valid. */
export class ValidationError extends Error {
	/** Errors and warnings, in document order. */
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
