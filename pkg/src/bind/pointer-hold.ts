/**
 * Delays work while a pointer is pressed. A message that appears when an input loses the focus moves what is below it:
 * a button that was just pressed would move away from the pointer, and get no click.
 */
export class PointerHold {
	#state: "free" | "pressed" | "lifted" = "free";
	readonly #waiting: (() => void)[] = [];

	constructor(root: Node, signal: AbortSignal) {
		const options = { capture: true, signal };
		const lift = () => {
			this.#state = "lifted";
			setTimeout(() => signal.aborted || this.#free()); // After the click event.
		};
		root.addEventListener("pointerdown", () => (this.#state = "pressed"), options);
		root.addEventListener("pointerup", lift, options);
		root.addEventListener("pointercancel", lift, options);
		// In a busy browser a key event may come before the timer. The click has happened by then.
		root.addEventListener("keydown", () => this.#free(), options);
	}

	/** Runs the work now, or after the pointer is lifted. */
	run(work: () => void): void {
		if (this.#state === "free") {
			work();
		} else {
			this.#waiting.push(work);
		}
	}

	#free(): void {
		if (this.#state === "lifted") {
			this.#state = "free";
			for (const work of this.#waiting.splice(0)) {
				work();
			}
		}
	}
}
