/** Attributes that a binding changes, with the values that they had before. */
export class ManagedAttributes {
	readonly #before = new Map<Element, Map<string, string | null>>();

	/** Sets an attribute. `undefined` restores the value that it had before. */
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

	/** Restores every attribute. */
	restore(): void {
		for (const [element, before] of this.#before) {
			for (const [name, value] of before) {
				write(element, name, value);
			}
		}
		this.#before.clear();
	}

	/** Forgets elements that are no longer inside the root. */
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
