import { isReadAsObject } from "../bridge/value-kind.js";
import type { InputType } from "../form/types.js";
import { isBlank, withoutBlanks } from "../validate/blanks.js";
import { fromLocal } from "./china-time.js";
import type { FieldKinds } from "./field-kinds.js";

/** The values of a form library, by the pointers of their fields, and the names that are no field's. */
export interface FieldValues {
	/** Lists are whole. What is blank is `undefined`. */
	readonly values: Map<string, unknown>;
	readonly others: string[];
}

/** Reads the values that a form library holds. */
export function readFieldValues(root: unknown, kinds: FieldKinds): FieldValues {
	const found: FieldValues = { values: new Map(), others: [] };
	if (isReadAsObject(root)) {
		readMembers(root, "", kinds, found);
	}
	return found;
}

function readMembers(object: object, around: string, kinds: FieldKinds, found: FieldValues): void {
	for (const [name, value] of Object.entries(object)) {
		const pointer = `${around}/${name}`;
		const kind = kinds.of(pointer);
		if (kind === undefined) {
			found.others.push(pointer);
		} else if (kind !== "object") {
			found.values.set(
				pointer,
				readValue(value, kind, () => kinds.of(`${pointer}/*`) !== undefined),
			);
		} else if (isReadAsObject(value)) {
			readMembers(value, pointer, kinds, found);
		}
	}
}

function readValue(value: unknown, kind: InputType, isOfTexts: () => boolean): unknown {
	if (isBlank(value)) {
		return undefined;
	}
	if (Array.isArray(value)) {
		const blankItem = isOfTexts() ? "" : {};
		return value.map((item) => (isBlank(item) ? blankItem : withoutBlanks(item)));
	}
	return kind === "datetime" ? readTime(value) : value;
}

/** A time as pickers hold it: milliseconds, a text without an offset, or what the module reads itself. */
function readTime(value: unknown): unknown {
	return typeof value === "number" ? new Date(value) : typeof value === "string" ? fromLocal(value) : value;
}
