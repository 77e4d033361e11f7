/**
 * Puts work off while a pointer is pressed. A message that appears as an input loses the focus moves what is below it: a
 * button that was just pressed would no longer lie under the pointer, and would not be clicked.
 */
export class PointerHold {
	#isPressed = false;
	readonly #waiting: (() => void)[] = [];

	constructor(root: Node, signal: AbortSignal) {
		const options = { capture: true, signal };
		const release = () => setTimeout(() => signal.aborted || this.#release()); // After the click.
		root.addEventListener("pointerdown", () => (this.#isPressed = true), options);
		root.addEventListener("pointerup", release, options);
		root.addEventListener("pointercancel", release, options);
	}

	/** Does it now, or when the pointer is released. */
	run(work: () => void): void {
		if (this.#isPressed) {
			this.#waiting.push(work);
		} else {
			work();
		}
	}

	#release(): void {
		this.#isPressed = false;
		for (const work of this.#waiting.splice(0)) {
			work();
		}
	}
}
