import { isReadAsObject } from "../bridge/value-kind.js";
import type { InputTypes } from "../form/fields.js";
import type { InputType } from "../form/types.js";
import { isBlank, withoutBlanks } from "../validate/blanks.js";
import { fromLocal } from "./china-time.js";

/** The values of a form library by pointer, and names that no field has. */
export interface FieldValues {
	/** A list is one value. Blank values are `undefined`. */
	readonly values: Map<string, unknown>;
	readonly unknownNames: string[];
}

/** Reads the values of a form library. */
export function readFieldValues(root: unknown, inputTypes: InputTypes): FieldValues {
	const found: FieldValues = { values: new Map(), unknownNames: [] };
	if (isReadAsObject(root)) {
		readMembers(root, "", inputTypes, found);
	}
	return found;
}

function readMembers(object: object, around: string, inputTypes: InputTypes, found: FieldValues): void {
	for (const [name, value] of Object.entries(object)) {
		const pointer = `${around}/${name}`;
		const kind = inputTypes.of(pointer);
		if (kind === undefined) {
			found.unknownNames.push(pointer);
		} else if (kind !== "object") {
			found.values.set(
				pointer,
				readValue(value, kind, () => inputTypes.of(`${pointer}/*`) !== undefined),
			);
		} else if (isReadAsObject(value)) {
			readMembers(value, pointer, inputTypes, found);
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

/** A time from a picker: milliseconds, text without an offset, or a value that the module reads. */
function readTime(value: unknown): unknown {
	return typeof value === "number" ? new Date(value) : typeof value === "string" ? fromLocal(value) : value;
}
