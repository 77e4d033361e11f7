import type { Attributes } from "./attributes.js";
import type { Control } from "./bound-fields.js";
import type { Message } from "./messages.js";

/** What a control cannot even hand over, such as a date that is only half filled in; in the browser's words. */
export function badInput(controls: readonly Control[]): Message[] {
	const control = controls.find(({ validity }) => validity.badInput);
	if (control === undefined) {
		return [];
	}
	control.setCustomValidity("");
	return [{ severity: "error", code: "bad_input", message: control.validationMessage }];
}

/** Makes controls valid or not, and tells assistive technology once the messages are shown. */
export function drawValidity(
	attributes: Attributes,
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
