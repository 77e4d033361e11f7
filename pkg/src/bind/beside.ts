import type { BoundField } from "./bound-fields.js";

/** Puts an element behind a field's controls and their labels, or at the end of the group that is theirs alone. */
export function putBeside(form: HTMLFormElement, { controls }: BoundField, element: Element): void {
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
