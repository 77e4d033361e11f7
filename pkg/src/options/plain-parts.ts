import { ownMembers } from "./own-members.js";

/**
 * What an object holds of texts and numbers, each read once. The core reads nothing else of data that comes from
 * elsewhere, and would describe whatever else it finds there in full.
 */
export function plainParts(data: object): Record<string, string | number> {
	const isPlain = ([, value]: [string, unknown]) => typeof value === "string" || typeof value === "number";
	return ownMembers(Object.fromEntries(Object.entries(data).filter(isPlain)));
}
