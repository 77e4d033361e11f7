import type { Issue } from "../bridge/types.js";

/** What the views need of an issue. */
export type IssueLike = Pick<Issue, "path" | "message"> & Partial<Pick<Issue, "location">>;

/** Where in the update an issue is: at its root, unless it is about the update at all. */
export function placeOf({ path, location = "body" }: IssueLike): readonly (string | number)[] {
	return location === "body" ? path : [];
}
