import { steps } from "../form/field-path.js";
import type { InputType } from "../form/types.js";
import type { FieldKinds } from "./field-kinds.js";

/** An element that holds a value. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A field of the update, and the controls that it is edited with. */
export interface BoundField {
	readonly pointer: string;
	readonly path: readonly (string | number)[];
	readonly input: InputType;
	readonly controls: Control[];
}

const OTHERS = new Set(["button", "fieldset", "file", "image", "object", "output", "reset", "submit"]);

/** The fields that the controls of a form name, by pointer, in the order of the document. */
export function boundFields(form: HTMLFormElement, kinds: FieldKinds): Map<string, BoundField> {
	const found = new Map<string, BoundField>();
	for (const element of form.elements) {
		const bound = isControl(element) ? fieldOf(element, kinds) : undefined;
		if (bound !== undefined) {
			const known = found.get(bound.pointer) ?? bound;
			known.controls.push(element as Control);
			found.set(known.pointer, known);
		}
	}
	return found;
}

/** The controls of a form that could hold the value of a field, but have none. */
export function unboundControls(
	form: HTMLFormElement,
	fields: ReadonlyMap<string, BoundField>,
	kinds: FieldKinds,
): Control[] {
	const bound = new Set([...fields.values()].flatMap(({ controls }) => controls));
	const isUnbound = (control: unknown): control is Control =>
		isControl(control) && !bound.has(control) && kinds.of(pointerOf(nameOf(control))) === undefined;
	return [...form.elements].filter(isUnbound);
}

/** The name that a control gives to its field. */
export function nameOf(control: Control): string {
	return control.dataset.field ?? control.name;
}

/** The pointer that a name stands for: a pointer itself, or the name of a top-level field; "" stands for the whole. */
export function pointerOf(name: string): string {
	return name === "" || name.startsWith("/") ? name : `/${name}`;
}

export function isControl(target: unknown): target is Control {
	const { type, setCustomValidity } = target as Partial<Control>;
	return typeof setCustomValidity === "function" && typeof type === "string" && !OTHERS.has(type);
}

function fieldOf(control: Control, kinds: FieldKinds): BoundField | undefined {
	const name = nameOf(control);
	const pointer = pointerOf(name);
	const input = name === "" ? undefined : kinds.of(pointer);
	const isEditable =
		input === "list"
			? control.type === "textarea" && kinds.of(`${pointer}/0`) === "text"
			: input !== "object";
	return input !== undefined && isEditable
		? { pointer, path: steps(pointer), input, controls: [] }
		: undefined;
}
