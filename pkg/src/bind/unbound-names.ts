import type { Control } from "./bound-fields.js";
import { nameOf } from "./bound-fields.js";
import { nearField } from "./near-field.js";

/** Tells the developer of controls whose names are nearly those of fields: they are bound to nothing. */
export class UnboundNames {
	readonly #told = new WeakMap<Control, string>();
	readonly #pointers: readonly string[];

	/** `pointers` are those of the fields, with `*` for an index. */
	constructor(pointers: readonly string[]) {
		this.#pointers = pointers;
	}

	/** Warns about controls that no field is bound to, once of each name. */
	tell(controls: Iterable<Control>): void {
		for (const control of controls) {
			const name = nameOf(control);
			if (name !== "" && this.#told.get(control) !== name) {
				this.#told.set(control, name);
				const meant = nearField(name, this.#pointers);
				if (meant !== undefined) {
					console.warn(
						`wechatpay-membercard: the control named ${JSON.stringify(name)} is bound to no field. Did you mean ${JSON.stringify(meant)}? If it is none of the card's, give it data-field="".`,
					);
				}
			}
		}
	}
}
