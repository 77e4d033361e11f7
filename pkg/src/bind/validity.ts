import type { BoundField, Control } from "./bound-fields.js";
import type { ManagedAttributes } from "./managed-attributes.js";
import type { Message } from "./messages.js";

/** Input that the browser cannot read, such as a half-filled date, with the browser's message. */
export function badInput(controls: readonly Control[]): Message[] {
	const control = controls.find(({ validity }) => validity.badInput);
	if (control === undefined) {
		return [];
	}
	control.setCustomValidity("");
	return [{ severity: "error", code: "bad_input", message: control.validationMessage }];
}

/** Sets the validity of controls, and `aria-invalid` once messages are shown. */
export function renderValidity(
	attributes: ManagedAttributes,
	controls: readonly Control[],
	messages: readonly Message[],
	isShown: boolean,
): void {
	const errors = messages.filter(({ severity }) => severity === "error");
	for (const control of controls) {
		control.setCustomValidity(errors.map(({ message }) => message).join("\n"));
		attributes.set(control, "aria-invalid", isShown && errors.length > 0 ? "true" : undefined);
	}
}

/** Focuses the first invalid control in document order, and opens every `<details>` around it. */
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
