import { isReadAsObject } from "../bridge/value-kind.js";

/** A form's values: what a type holds, with members that may be blank or absent. */
export type Blankable<T> = T extends readonly (infer Item)[]
	? Blankable<Item>[]
	: T extends object
		? { [Name in keyof T]?: Blankable<T[Name]> | Blank<T[Name]> | null | undefined }
		: T;

/** What stands for an empty input. */
type Blank<T> = NonNullable<T> extends object ? never : "";

/** How deep a form's values are looked into; anything deeper is no form's. */
const MAX_DEPTH = 8;

/**
 * A copy of a form's values without the members that are blank, and without the objects that nothing is left of. Items of
 * lists stay where they are, for the paths of issues count them.
 */
export function withoutBlanks(value: unknown): unknown {
	try {
		return copy(value, 0);
	} catch {
		return value; // A getter threw. Validating tells.
	}
}

function copy(value: unknown, depth: number): unknown {
	if (depth > MAX_DEPTH) {
		return value;
	}
	if (Array.isArray(value)) {
		return value.map((item) => copy(item, depth + 1));
	}
	return isReadAsObject(value) ? copyMembers(value, depth) : value;
}

function copyMembers(object: object, depth: number): object {
	const members: [string, unknown][] = [];
	for (const [key, member] of Object.entries(object)) {
		const kept = copy(member, depth + 1);
		const isEmptied = isReadAsObject(kept) && Object.keys(kept).length === 0;
		if (!isBlank(kept) && !isEmptied) {
			members.push([key, kept]);
		}
	}
	return Object.fromEntries(members);
}

/** Whether a value is what a form holds for an empty input. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === "" || Number.isNaN(value);
}
