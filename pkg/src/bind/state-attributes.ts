import type { FieldState } from "../form/types.js";
import type { Control } from "./bound-fields.js";
import type { ManagedAttributes } from "./managed-attributes.js";

const NEVER_READONLY = new Set(["checkbox", "radio", "select-one", "select-multiple", "range", "color"]);
const CHECKABLE = new Set(["checkbox", "radio"]);

/** Whether the card locks a field. A field that was changed nevertheless can be changed back. */
export function isLocked({ locked, dirty }: FieldState): boolean {
	return locked !== undefined && !dirty;
}

/**
 * Sets the attributes that say whether a field is required and whether it is locked.
 *
 * HTML's own `required` would make an empty control invalid, but an absent field is at most a warning here.
 */
export function setStateAttributes(attributes: ManagedAttributes, control: Control, state: FieldState): void {
	const isMarked = state.required && !CHECKABLE.has(control.type);
	attributes.set(control, "aria-required", isMarked ? "true" : undefined);
	const name = NEVER_READONLY.has(control.type) ? "disabled" : "readonly";
	attributes.set(control, name, isLocked(state) ? "" : undefined);
}
