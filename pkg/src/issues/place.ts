import type { Issue } from "../types.js";

/** What the views need of an issue. */
export type PlacedIssue = Pick<Issue, "path" | "message"> & Partial<Pick<Issue, "location">>;

/** Where in the update an issue is: at its root, unless it is about the update at all. */
export function placeOf({ path, location = "body" }: PlacedIssue): readonly (string | number)[] {
	return location === "body" ? path : [];
}
