import type { FieldPointer } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FormError } from "../form/form-error.js";
import { type Control, nameOf } from "./bound-fields.js";

/** Warns the developer of controls with misspelt field names, which are bound to nothing. */
export class MisspeltControls {
	readonly #session: CardForm;
	readonly #warned = new WeakMap<Control, string>();

	constructor(session: CardForm) {
		this.#session = session;
	}

	/** Warns about each control and name once. */
	warn(controls: Iterable<Control>): void {
		for (const control of controls) {
			const name = nameOf(control);
			if (name !== "" && this.#warned.get(control) !== name) {
				this.#warned.set(control, name);
				const remedy = `If it is none of the card's, give it data-field="".`;
				warnOfMisspelling(this.#session, name, "a control is bound to nothing", remedy);
			}
		}
	}
}

/** Warns on the console if a name looks like a misspelt field. Most names have nothing to do with the card. */
export function warnOfMisspelling(session: CardForm, name: string, what: string, remedy: string): void {
	try {
		session.field(name as FieldPointer);
	} catch (error) {
		const { pointer, meant } = error as FormError;
		if (meant !== undefined) {
			console.warn(
				`wechatpay-membercard: ${what}, for ${JSON.stringify(pointer)} is not a field of this API: did you mean ${JSON.stringify(meant)}? ${remedy}`,
			);
		}
	}
}
