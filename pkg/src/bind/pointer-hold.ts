/**
 * Puts work off while a pointer is pressed. A message that appears as an input loses the focus moves what is below it: a
 * button that was just pressed would no longer lie under the pointer, and would not be clicked.
 */
export class PointerHold {
	#state: "free" | "pressed" | "lifted" = "free";
	readonly #waiting: (() => void)[] = [];

	constructor(root: Node, signal: AbortSignal) {
		const options = { capture: true, signal };
		const lift = () => {
			this.#state = "lifted";
			setTimeout(() => signal.aborted || this.#free()); // After the click.
		};
		root.addEventListener("pointerdown", () => (this.#state = "pressed"), options);
		root.addEventListener("pointerup", lift, options);
		root.addEventListener("pointercancel", lift, options);
		// A busy browser lets keys overtake timers. By then the click is over, for it comes with the lifting.
		root.addEventListener("keydown", () => this.#free(), options);
	}

	/** Does it now, or when the pointer is lifted. */
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
