import { fields } from "../form/fields.js";
import type { InputType } from "../form/types.js";

const INDEX = /\/\d+(?=\/|$)/g;

/** The kind of input of every field of the update. */
export class FieldKinds {
	readonly #kinds = new Map<string, InputType>(fields().map(({ pointer, input }) => [pointer, input]));

	/** The kind of a field; nothing if there is no such field. */
	of(pointer: string): InputType | undefined {
		return this.#kinds.get(pointer.replace(INDEX, "/*"));
	}
}
