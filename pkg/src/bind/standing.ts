import type { FieldState } from "../form/types.js";
import type { Attributes } from "./attributes.js";
import type { Control } from "./bound-fields.js";

const READABLE_ONLY = new Set(["checkbox", "radio", "select-one", "select-multiple", "range", "color"]);
const CHECKABLE = new Set(["checkbox", "radio"]);

/** Whether the card keeps a field from being changed. One that has been changed all the same can be changed back. */
export function isLocked({ locked, dirty }: FieldState): boolean {
	return locked !== undefined && !dirty;
}

/**
 * Tells by attributes whether a control is required and whether it is locked.
 *
 * `aria-required` says that the other fields ask for it; `required` too, unless it is absent with a mere warning: a
 * warning makes no control invalid.
 */
export function drawStanding(attributes: Attributes, control: Control, state: FieldState): void {
	const { required, value, issues } = state;
	const isMarked = required && control.type !== "checkbox";
	const mayBeAbsent = value === undefined && !issues.some(({ severity }) => severity === "error");
	attributes.set(control, "required", isMarked && !mayBeAbsent ? "" : undefined);
	attributes.set(control, "aria-required", isMarked && !CHECKABLE.has(control.type) ? "true" : undefined);
	const name = READABLE_ONLY.has(control.type) ? "disabled" : "readonly";
	attributes.set(control, name, isLocked(state) ? "" : undefined);
}
