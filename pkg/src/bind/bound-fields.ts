import { steps } from "../form/field-path.js";
import type { InputTypes } from "../form/fields.js";
import type { InputType } from "../form/types.js";

/** An element that holds a value. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A field, and the controls that edit it. */
export interface BoundField {
	readonly pointer: string;
	readonly path: readonly (string | number)[];
	readonly input: InputType;
	readonly controls: Control[];
}

const TYPES_WITHOUT_VALUE = new Set([
	"button",
	"fieldset",
	"file",
	"image",
	"object",
	"output",
	"reset",
	"submit",
]);

/** The fields that a form's controls name, by pointer, in document order. */
export function boundFields(form: HTMLFormElement, inputTypes: InputTypes): Map<string, BoundField> {
	const found = new Map<string, BoundField>();
	for (const element of form.elements) {
		const bound = isControl(element) ? fieldOf(element, inputTypes) : undefined;
		if (bound !== undefined) {
			const known = found.get(bound.pointer) ?? bound;
			known.controls.push(element as Control);
			found.set(known.pointer, known);
		}
	}
	return found;
}

/** The controls of a form that name no field. */
export function unboundControls(
	form: HTMLFormElement,
	fields: ReadonlyMap<string, BoundField>,
	inputTypes: InputTypes,
): Control[] {
	const bound = new Set([...fields.values()].flatMap(({ controls }) => controls));
	const isUnbound = (control: unknown): control is Control =>
		isControl(control) && !bound.has(control) && inputTypes.of(pointerOf(nameOf(control))) === undefined;
	return [...form.elements].filter(isUnbound);
}

/** The field name of a control. */
export function nameOf(control: Control): string {
	return control.dataset.field ?? control.name;
}

/** The pointer for a name, which is a pointer or the name of a top-level field. "" is the whole update. */
export function pointerOf(name: string): string {
	return name === "" || name.startsWith("/") ? name : `/${name}`;
}

export function isControl(target: unknown): target is Control {
	const { type, setCustomValidity } = target as Partial<Control>;
	return (
		typeof setCustomValidity === "function" && typeof type === "string" && !TYPES_WITHOUT_VALUE.has(type)
	);
}

function fieldOf(control: Control, inputTypes: InputTypes): BoundField | undefined {
	const name = nameOf(control);
	const pointer = pointerOf(name);
	const input = name === "" ? undefined : inputTypes.of(pointer);
	const isEditable =
		input === "list"
			? control.type === "textarea" && inputTypes.of(`${pointer}/0`) === "text"
			: input !== "object";
	return input !== undefined && isEditable
		? { pointer, path: steps(pointer), input, controls: [] }
		: undefined;
}

/** The elements of a form that name a field in an attribute, by pointer. */
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
