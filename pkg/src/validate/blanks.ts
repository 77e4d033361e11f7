import { isReadAsObject } from "../bridge/value-kind.js";

/** The values of a form: a type whose members may be blank or absent. */
export type Blankable<T> = T extends readonly (infer Item)[]
	? Blankable<Item>[]
	: T extends object
		? { [Name in keyof T]?: Blankable<T[Name]> | Blank<T[Name]> | null | undefined }
		: T;

/** The value of an empty input. */
type Blank<T> = NonNullable<T> extends object ? never : "";

/** Values of forms are not nested deeper. */
const MAX_DEPTH = 8;

/**
 * A copy of a form's values without blank members and without objects that become empty. List items are kept, because
 * the paths of issues count them.
 */
export function withoutBlanks(value: unknown): unknown {
	try {
		return copy(value, 0);
	} catch {
		return value; // A getter threw. The validation reports it.
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

/** Whether a value is that of an empty input. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === "" || Number.isNaN(value);
}
