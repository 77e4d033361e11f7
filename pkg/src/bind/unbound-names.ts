import type { FieldPointer } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FormError } from "../form/form-error.js";
import { type Control, nameOf } from "./bound-fields.js";

/** Tells the developer of controls whose names are nearly those of fields: they are bound to nothing. */
export class UnboundNames {
	readonly #session: CardForm;
	readonly #warned = new WeakMap<Control, string>();

	constructor(session: CardForm) {
		this.#session = session;
	}

	/** Warns about controls that no field is bound to, each once under each name. */
	warn(controls: Iterable<Control>): void {
		for (const control of controls) {
			const name = nameOf(control);
			if (name !== "" && this.#warned.get(control) !== name) {
				this.#warned.set(control, name);
				this.#warn(name);
			}
		}
	}

	/** The session knows what is meant; most names are about something else. */
	#warn(name: string): void {
		try {
			this.#session.field(name as FieldPointer);
		} catch (error) {
			const { pointer, meant } = error as FormError;
			if (meant !== undefined) {
				console.warn(
					`wechatpay-membercard: a control is bound to nothing, for ${JSON.stringify(pointer)} is not a field of this API: did you mean ${JSON.stringify(meant)}? If it is none of the card's, give it data-field="".`,
				);
			}
		}
	}
}
