import type { CardForm } from "../form/card-form.js";
import type { BoundField, Control } from "./bound-fields.js";
import { fromLocal, toLocal } from "./china-time.js";

/** Passes a field's value to the session after the user has edited one of its controls. */
export function readControl(form: CardForm, field: BoundField, edited: Control): void {
	const { path, input } = field;
	if (input === "multiselect") {
		form.set(path, selectedValues(field, form));
	} else if (input === "list") {
		const items = edited.value.split("\n").filter((line) => line !== "");
		form.set(path, items.length > 0 || isInSession(form, path) ? items : undefined);
	} else if (input === "checkbox" && edited.type === "checkbox") {
		form.set(path, (edited as HTMLInputElement).checked);
	} else {
		form.enter(path, textOf(edited));
	}
}

/** Whether a control has a value. */
export function hasValue(control: Control): boolean {
	return isCheckable(control) ? control.checked : control.value !== "";
}

/** Shows a value in a control. A control that shows it already is left alone, to keep the caret. */
export function showValue({ input }: BoundField, control: Control, value: unknown): void {
	const values = Array.isArray(value) ? value.map(asText) : [asText(value)];
	if (input === "checkbox" && control.type === "checkbox") {
		(control as HTMLInputElement).checked = value === true;
	} else if (isCheckable(control)) {
		control.checked = values.includes(control.value);
	} else if (control.type === "select-multiple") {
		for (const option of optionsOf(control)) {
			option.selected = values.includes(option.value);
		}
	} else if (!isWrittenAs(control, value)) {
		control.value = control.type === "datetime-local" ? toLocal(values[0] ?? "") : values.join("\n");
	}
}

/** The selected options, and values that no control offers, in the session's order. */
function selectedValues({ controls, path }: BoundField, form: CardForm): string[] {
	const chosen = new Set<string>();
	const offered = new Set<string>();
	for (const choice of controls.flatMap(choicesIn)) {
		offered.add(choice.value);
		if (isCheckable(choice) ? choice.checked : (choice as HTMLOptionElement).selected) {
			chosen.add(choice.value);
		}
	}
	const { value } = form.field(path);
	const held = Array.isArray(value) ? value.filter((item) => chosen.has(item) || !offered.has(item)) : [];
	return [...new Set([...held, ...chosen])];
}

function choicesIn(control: Control): (HTMLInputElement | HTMLOptionElement)[] {
	return isCheckable(control) ? [control] : [...optionsOf(control)];
}

function textOf(control: Control): string {
	if (isCheckable(control) && !control.checked) {
		return "";
	}
	return control.type === "datetime-local" ? fromLocal(control.value) : control.value;
}

function isWrittenAs({ type, value: text }: Control, value: unknown): boolean {
	return typeof value === "number" && text !== ""
		? Number(text) === value
		: type === "datetime-local" && fromLocal(text) === value;
}

function asText(value: unknown): string {
	if (value === undefined || value === null) {
		return "";
	}
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isInSession(form: CardForm, path: BoundField["path"]): boolean {
	return form.field(path).value !== undefined;
}

function optionsOf(control: Control): ArrayLike<HTMLOptionElement> & Iterable<HTMLOptionElement> {
	return (control as Partial<HTMLSelectElement>).options ?? [];
}

function isCheckable(control: Control | HTMLOptionElement): control is HTMLInputElement {
	return "type" in control && (control.type === "checkbox" || control.type === "radio");
}
