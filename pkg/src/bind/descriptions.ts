import { type BoundField, elementsFor } from "./bound-fields.js";

let idsGiven = 0;

/** Elements that describe fields, such as counters: those of the page, and those created where it has none. */
export class Descriptions {
	readonly #attribute: string;
	readonly #form: HTMLFormElement;
	readonly #createElement: (field: BoundField) => HTMLElement | undefined;
	readonly #created = new Set<HTMLElement>();
	readonly #withNewId = new Set<HTMLElement>();
	readonly #described = new Map<Element, string>();

	/**
	 * `attribute` marks the elements. `createElement` creates a missing one, or returns nothing if the field needs none.
	 */
	constructor(
		form: HTMLFormElement,
		attribute: string,
		createElement: (field: BoundField) => HTMLElement | undefined,
	) {
		this.#form = form;
		this.#attribute = attribute;
		this.#createElement = createElement;
	}

	/** All elements, by pointer. */
	byPointer(): Map<string, HTMLElement> {
		return elementsFor(this.#form, this.#attribute);
	}

	/** Creates and links the elements of the fields, and removes those of fields that are gone. */
	update(fields: ReadonlyMap<string, BoundField>): void {
		for (const element of this.#created) {
			if (!fields.has(element.getAttribute(this.#attribute) ?? "")) {
				this.#drop(element);
			}
		}
		const present = this.byPointer();
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

	/** Removes what was created, linked and written. */
	remove(): void {
		for (const [control, id] of this.#described) {
			undescribe(control, id);
		}
		for (const element of this.#withNewId) {
			element.removeAttribute("id");
		}
		for (const element of this.#created) {
			element.remove();
		}
		for (const element of this.byPointer().values()) {
			element.textContent = "";
		}
	}

	#create(field: BoundField): HTMLElement | undefined {
		const element = this.#createElement(field);
		if (element !== undefined) {
			element.setAttribute(this.#attribute, field.pointer);
			insertAfter(this.#form, field, element);
			this.#created.add(element);
		}
		return element;
	}

	#link(control: Element, element: HTMLElement | undefined): void {
		const before = this.#described.get(control);
		if (element !== undefined && element.id === "") {
			idsGiven += 1;
			element.id = `wechatpay-membercard-${idsGiven}`;
			this.#withNewId.add(element);
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
		this.#created.delete(element);
		this.#withNewId.delete(element);
	}
}

/** Inserts an element after a field's controls and labels, or at the end of the group that holds only them. */
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

const ATTRIBUTE = "aria-describedby";

/** Adds an id to `aria-describedby`. */
export function describe(element: Element, id: string): void {
	const ids = describingIds(element);
	if (!ids.includes(id)) {
		element.setAttribute(ATTRIBUTE, [...ids, id].join(" "));
	}
}

/** Removes an id from `aria-describedby`. */
export function undescribe(element: Element, id: string): void {
	const ids = describingIds(element);
	const others = ids.filter((other) => other !== id);
	if (others.length === 0) {
		element.removeAttribute(ATTRIBUTE);
	} else if (others.length < ids.length) {
		element.setAttribute(ATTRIBUTE, others.join(" "));
	}
}

function describingIds(element: Element): string[] {
	return (element.getAttribute(ATTRIBUTE) ?? "").split(/\s+/).filter(Boolean);
}
