import { pointerOf } from "./bound-fields.js";

/** The elements of a form that an attribute marks as meant for a field, by pointer. */
export function marked(form: HTMLFormElement, attribute: string): Map<string, HTMLElement> {
	const found = new Map<string, HTMLElement>();
	for (const element of form.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
		const pointer = pointerOf(element.getAttribute(attribute) ?? "");
		if (!found.has(pointer)) {
			found.set(pointer, element);
		}
	}
	return found;
}
