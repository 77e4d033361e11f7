import { putBeside } from "./beside.js";
import type { BoundField } from "./bound-fields.js";
import { describe, undescribe } from "./descriptions.js";
import { marked } from "./marked.js";

let named = 0;

/** Elements that describe fields, such as counters: the page's own, and those made where it has none. */
export class Notes {
	readonly #attribute: string;
	readonly #form: HTMLFormElement;
	readonly #make: (field: BoundField) => HTMLElement | undefined;
	readonly #made = new Set<HTMLElement>();
	readonly #identified = new Set<HTMLElement>();
	readonly #described = new Map<Element, string>();

	/** Notes marked with an attribute. `make` makes the missing one of a field, if it is to have one. */
	constructor(
		form: HTMLFormElement,
		attribute: string,
		make: (field: BoundField) => HTMLElement | undefined,
	) {
		this.#form = form;
		this.#attribute = attribute;
		this.#make = make;
	}

	/** Every note that there is, by pointer. */
	all(): Map<string, HTMLElement> {
		return marked(this.#form, this.#attribute);
	}

	/** Gives every field its note, and lets go of those whose field is gone. */
	provide(fields: ReadonlyMap<string, BoundField>): void {
		for (const element of this.#made) {
			if (!fields.has(element.getAttribute(this.#attribute) ?? "")) {
				this.#drop(element);
			}
		}
		const notes = this.all();
		for (const field of fields.values()) {
			const note = notes.get(field.pointer) ?? this.#create(field);
			for (const control of field.controls) {
				this.#link(control, note);
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
			putBeside(this.#form, field, element);
			this.#made.add(element);
		}
		return element;
	}

	#link(control: Element, note: HTMLElement | undefined): void {
		const before = this.#described.get(control);
		if (note !== undefined && note.id === "") {
			named += 1;
			note.id = `wechatpay-membercard-${named}`;
			this.#identified.add(note);
		}
		if (before !== undefined && before !== note?.id) {
			undescribe(control, before);
			this.#described.delete(control);
		}
		if (note !== undefined) {
			describe(control, note.id);
			this.#described.set(control, note.id);
		}
	}

	#drop(element: HTMLElement): void {
		element.remove();
		this.#made.delete(element);
		this.#identified.delete(element);
	}
}
