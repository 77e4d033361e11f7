import type { CardForm } from "../form/card-form.js";
import { type Control, nameOf } from "./bound-fields.js";
import { tellMeant } from "./tell-meant.js";

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
				const remedy = `If it is none of the card's, give it data-field="".`;
				tellMeant(this.#session, name, "a control is bound to nothing", remedy);
			}
		}
	}
}
