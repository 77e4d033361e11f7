import type { CardForm } from "../form/card-form.js";
import type { BoundField, Control } from "./bound-fields.js";
import { fromLocal, toLocal } from "./china-time.js";

/** Gives the session the value that a field's controls hold, one of which the user has just edited. */
export function take(form: CardForm, field: BoundField, edited: Control): void {
	const { path, input } = field;
	if (input === "multiselect") {
		form.set(path, chosenOf(field, form));
	} else if (input === "list") {
		const items = edited.value.split("\n").filter((line) => line !== "");
		form.set(path, items.length > 0 || isHeld(form, path) ? items : undefined);
	} else if (input === "checkbox" && edited.type === "checkbox") {
		form.set(path, (edited as HTMLInputElement).checked);
	} else {
		form.enter(path, textOf(edited));
	}
}

/** Whether a control holds a value of its own. */
export function holdsValue(control: Control): boolean {
	return isCheckable(control) ? control.checked : control.value !== "";
}

/** Makes a control show a field's value. What shows it already is left alone, with the user's caret in it. */
export function show({ input }: BoundField, control: Control, value: unknown): void {
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

/** What is chosen, with what no control can show, in the order that the session has it in. */
function chosenOf({ controls, path }: BoundField, form: CardForm): string[] {
	const chosen = new Set<string>();
	const offered = new Set<string>();
	for (const choice of controls.flatMap(choicesOf)) {
		offered.add(choice.value);
		if (isCheckable(choice) ? choice.checked : (choice as HTMLOptionElement).selected) {
			chosen.add(choice.value);
		}
	}
	const { value } = form.field(path);
	const held = Array.isArray(value) ? value.filter((item) => chosen.has(item) || !offered.has(item)) : [];
	return [...new Set([...held, ...chosen])];
}

function choicesOf(control: Control): (HTMLInputElement | HTMLOptionElement)[] {
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

function isHeld(form: CardForm, path: BoundField["path"]): boolean {
	return form.field(path).value !== undefined;
}

function optionsOf(control: Control): ArrayLike<HTMLOptionElement> & Iterable<HTMLOptionElement> {
	return (control as Partial<HTMLSelectElement>).options ?? [];
}

function isCheckable(control: Control | HTMLOptionElement): control is HTMLInputElement {
	return "type" in control && (control.type === "checkbox" || control.type === "radio");
}
