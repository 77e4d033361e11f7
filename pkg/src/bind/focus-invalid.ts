import type { BoundField, Control } from "./bound-fields.js";

/** Focuses the first control that is not valid, in the order of the document, and opens what hides it. */
export function focusFirstInvalid(fields: Iterable<BoundField>): void {
	const controls = [...fields].flatMap(({ controls }) => controls);
	const first = controls.filter(isInvalid).sort(inDocumentOrder)[0];
	for (let around = first?.closest("details"); around; around = around.parentElement?.closest("details")) {
		around.open = true;
	}
	first?.focus();
}

function isInvalid(control: Control): boolean {
	return control.willValidate && (control.validity.customError || control.validity.badInput);
}

function inDocumentOrder(one: Node, other: Node): number {
	return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
