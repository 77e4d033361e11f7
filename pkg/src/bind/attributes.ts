/** Attributes that a binding changes, and what they were before. */
export class Attributes {
	readonly #before = new Map<Element, Map<string, string | null>>();

	/** Gives an attribute a value or, with `undefined`, the one that it had before. */
	set(element: Element, name: string, value: string | undefined): void {
		let before = this.#before.get(element);
		if (!before?.has(name)) {
			if (value === undefined) {
				return;
			}
			before ??= new Map();
			before.set(name, element.getAttribute(name));
			this.#before.set(element, before);
		}
		write(element, name, value ?? before.get(name) ?? null);
	}

	/** Gives every attribute back. */
	restore(): void {
		for (const [element, before] of this.#before) {
			for (const [name, value] of before) {
				write(element, name, value);
			}
		}
		this.#before.clear();
	}

	/** Lets go of the elements that are no longer inside of the root. */
	forgetOutside(root: Node): void {
		for (const element of this.#before.keys()) {
			if (!root.contains(element)) {
				this.#before.delete(element);
			}
		}
	}
}

function write(element: Element, name: string, value: string | null): void {
	if (element.getAttribute(name) === value) {
		return;
	}
	if (value === null) {
		element.removeAttribute(name);
	} else {
		element.setAttribute(name, value);
	}
}
