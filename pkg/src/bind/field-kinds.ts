import { fields } from "../form/fields.js";
import type { InputType } from "../form/types.js";
import type { ApiOptions } from "../options/api-options.js";

const INDEX = /\/\d+(?=\/|$)/g;

/** The kind of input of every field of an endpoint. */
export class FieldKinds {
	readonly #kinds: ReadonlyMap<string, InputType>;

	constructor(about: ApiOptions) {
		this.#kinds = new Map(fields(about).map(({ pointer, input }) => [pointer, input]));
	}

	/** The kind of a field; nothing if there is no such field. */
	of(pointer: string): InputType | undefined {
		return this.#kinds.get(pointer.replace(INDEX, "/*"));
	}
}
