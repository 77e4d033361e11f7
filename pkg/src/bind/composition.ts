/**
 * Tracks in which control an input method is composing. Until the composition ends, the control is neither read nor
 * changed, since that could cancel it.
 *
 * Chrome and Safari end a composition after its last input event, Firefox before it. So `compositionend` always counts
 * as an edit, and an input event only outside of a composition.
 */
export class Composition {
	#control: EventTarget | null = null;

	/**
	 * Follows an event, and returns whether its control is composing. The composition may have begun before this class
	 * listened.
	 */
	track({
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
			this.end(target); // It has ended. Some keyboards report only that the control lost the focus.
		}
		return this.isComposing(target);
	}

	isComposing(control: EventTarget | null): boolean {
		return control !== null && control === this.#control;
	}

	/** Ends the composition of a control, or any. Returns the control. */
	end(control: EventTarget | null = this.#control): EventTarget | null {
		if (control === null || control !== this.#control) {
			return null;
		}
		this.#control = null;
		return control;
	}
}
