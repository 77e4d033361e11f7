import type { BoundField } from "./bound-fields.js";
import { describe, undescribe } from "./described-by.js";
import { elementsFor } from "./elements-for.js";

let named = 0;

/** Elements that describe fields, such as counters: the page's own, and those made where it has none. */
export class Descriptions {
	readonly #attribute: string;
	readonly #form: HTMLFormElement;
	readonly #make: (field: BoundField) => HTMLElement | undefined;
	readonly #made = new Set<HTMLElement>();
	readonly #identified = new Set<HTMLElement>();
	readonly #described = new Map<Element, string>();

	/** Descriptions that an attribute marks. `make` makes the missing one of a field, if the field is to have one. */
	constructor(
		form: HTMLFormElement,
		attribute: string,
		make: (field: BoundField) => HTMLElement | undefined,
	) {
		this.#form = form;
		this.#attribute = attribute;
		this.#make = make;
	}

	/** All that there are, by pointer. */
	all(): Map<string, HTMLElement> {
		return elementsFor(this.#form, this.#attribute);
	}

	/** Gives every field its description, and removes those of fields that are gone. */
	provide(fields: ReadonlyMap<string, BoundField>): void {
		for (const element of this.#made) {
			if (!fields.has(element.getAttribute(this.#attribute) ?? "")) {
				this.#drop(element);
			}
		}
		const present = this.all();
		for (const field of fields.values()) {
			const element = present.get(field.pointer) ?? this.#create(field);
			for (const control of field.controls) {
				this.#link(control, element);
			}
		}
		for (const control of this.#described.keys()) {
			if (!this.#form.contains(control)) {
				this.#described.delete(control);
			}
		}
	}

	/** Takes every trace away. */
	remove(): void {
		for (const [control, id] of this.#described) {
			undescribe(control, id);
		}
		for (const element of this.#identified) {
			element.removeAttribute("id");
		}
		for (const element of this.#made) {
			element.remove();
		}
		for (const element of this.all().values()) {
			element.textContent = "";
		}
	}

	#create(field: BoundField): HTMLElement | undefined {
		const element = this.#make(field);
		if (element !== undefined) {
			element.setAttribute(this.#attribute, field.pointer);
			insertAfter(this.#form, field, element);
			this.#made.add(element);
		}
		return element;
	}

	#link(control: Element, element: HTMLElement | undefined): void {
		const before = this.#described.get(control);
		if (element !== undefined && element.id === "") {
			named += 1;
			element.id = `wechatpay-membercard-${named}`;
			this.#identified.add(element);
		}
		if (before !== undefined && before !== element?.id) {
			undescribe(control, before);
			this.#described.delete(control);
		}
		if (element !== undefined) {
			describe(control, element.id);
			this.#described.set(control, element.id);
		}
	}

	#drop(element: HTMLElement): void {
		element.remove();
		this.#made.delete(element);
		this.#identified.delete(element);
	}
}

/** Puts an element behind a field's controls and their labels, or at the end of the group that is theirs alone. */
function insertAfter(form: HTMLFormElement, { controls }: BoundField, element: Element): void {
	const last = controls[controls.length - 1] as Element;
	const group = last.closest("fieldset, [role=group], [role=radiogroup]");
	if (controls.length > 1 && group !== null && form.contains(group) && holdsOnly(group, controls)) {
		group.append(element);
	} else {
		(last.closest("label") ?? last).after(element);
	}
}

function holdsOnly(group: Element, controls: readonly Element[]): boolean {
	const inside = group.querySelectorAll("input, select, textarea");
	return [...inside].every((control) => controls.includes(control));
}
