import { pointerOf } from "./bound-fields.js";

/** The elements of a form whose attribute names a field, by pointer. */
export function elementsFor(form: HTMLFormElement, attribute: string): Map<string, HTMLElement> {
	const found = new Map<string, HTMLElement>();
	for (const element of form.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
		const pointer = pointerOf(element.getAttribute(attribute) ?? "");
		if (!found.has(pointer)) {
			found.set(pointer, element);
		}
	}
	return found;
}
