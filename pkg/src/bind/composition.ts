/**
 * Which control an input method is composing in. Until the text is settled, nothing is read from that control and nothing
 * about it changes, for either may break the composition off.
 *
 * Chrome and Safari end a composition after its last input event, Firefox before it; so its end always counts as an edit,
 * and an input event only outside of one.
 */
export class Composition {
	#control: EventTarget | null = null;

	/** Whether an event belongs to a composition that goes on; it may have begun before anybody listened. */
	goesOn({
		type,
		target,
		isComposing,
	}: {
		type: string;
		target: EventTarget | null;
		isComposing?: boolean;
	}): boolean {
		if (type === "compositionstart" || (type === "input" && isComposing === true)) {
			this.#control = target;
		} else if (type !== "input") {
			this.end(target); // It has ended, or the control has lost the focus, and some keyboards report only that.
		}
		return this.isIn(target);
	}

	isIn(control: EventTarget | null): boolean {
		return control !== null && control === this.#control;
	}

	/** Takes the composition of a control, or any, as ended. */
	end(control: EventTarget | null = this.#control): EventTarget | null {
		if (control === null || control !== this.#control) {
			return null;
		}
		this.#control = null;
		return control;
	}
}
