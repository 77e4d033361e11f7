import type { FieldPointer, Issue, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import { InputTypes } from "../form/fields.js";
import type { FieldState, FormChanges } from "../form/types.js";
import {
	type BoundField,
	boundFields,
	type Control,
	elementsFor,
	isControl,
	unboundControls,
} from "./bound-fields.js";
import { Composition } from "./composition.js";
import { hasValue, readControl, showValue } from "./control-value.js";
import { createCounter, renderCounter } from "./counters.js";
import { Descriptions } from "./descriptions.js";
import { ManagedAttributes } from "./managed-attributes.js";
import { type Message, messageTarget, writeMessages } from "./messages.js";
import { MisspeltControls } from "./misspelt-names.js";
import { observeControls } from "./observe-controls.js";
import { PointerHold } from "./pointer-hold.js";
import { isLocked, setStateAttributes } from "./state-attributes.js";
import { badInput, focusFirstInvalid, renderValidity } from "./validity.js";

/** The options of a binding, with defaults filled in. */
export interface BindSettings {
	show: "touched" | "submitted" | "always";
	createCounters: boolean;
	counterText: (state: FieldState) => string;
	onSubmit: ((update: Extract<Validation, { valid: true }>, event: SubmitEvent) => void) | undefined;
	onInvalid: ((issues: Issue[], event: SubmitEvent) => void) | undefined;
}

const EDITS = ["input", "change"];
const TYPING = ["compositionstart", "compositionend", ...EDITS];

/** Keeps an HTML form and a session in sync. */
export class FormBinding {
	readonly #form: HTMLFormElement;
	readonly #session: CardForm;
	readonly #settings: BindSettings;
	readonly #inputTypes: InputTypes;
	readonly #unbound: MisspeltControls;
	readonly #stop = new AbortController();
	readonly #attributes = new ManagedAttributes();
	readonly #composition = new Composition();
	readonly #pointerHold: PointerHold;
	readonly #counters: Descriptions;
	readonly #messages: Descriptions;
	readonly #observer: MutationObserver;
	readonly #unsubscribe: () => void;
	/** The field that each attached control shows. */
	readonly #attached = new WeakMap<Control, string>();
	#fields: ReadonlyMap<string, BoundField> = new Map();
	/** Pointers where messages can be shown: fields and message elements. */
	#targets: string[] = [];
	/** The control that is being read. */
	#readFrom: Control | undefined;
	/** The control that was just edited, until it is read: listeners of the page may run first and change the page. */
	#justEdited: EventTarget | null = null;
	#isSubmitted = false;

	constructor(form: HTMLFormElement, session: CardForm, settings: BindSettings) {
		this.#form = form;
		this.#session = session;
		this.#inputTypes = new InputTypes(session.apiOption);
		this.#settings = settings;
		this.#unbound = new MisspeltControls(session);
		const root = form.getRootNode();
		const { signal } = this.#stop;
		this.#pointerHold = new PointerHold(root, signal);
		const { createCounters } = settings;
		this.#counters = new Descriptions(form, "data-counter-for", (field) =>
			createCounters ? createCounter(field, this.#state(field.pointer)) : undefined,
		);
		this.#messages = new Descriptions(form, "data-message-for", createMessageElement);
		this.#attributes.set(form, "novalidate", "");
		for (const type of EDITS) {
			const edited = ({ target }: Event) => {
				this.#justEdited = target;
			};
			root.addEventListener(type, edited, { capture: true, signal });
		}
		for (const type of TYPING) {
			root.addEventListener(type, (event) => this.#onInput(event as InputEvent), { signal });
		}
		root.addEventListener("focusout", (event) => this.#onFocusOut(event as FocusEvent), { signal });
		form.addEventListener("reset", (event) => this.#onReset(event), { signal });
		form.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
		this.#observer = observeControls(form, () => this.#refresh());
		this.#unsubscribe = session.subscribe((changes) => this.#onChanges(changes));
		this.#refresh();
	}

	unbind(): void {
		if (this.#stop.signal.aborted) {
			return;
		}
		this.#stop.abort();
		this.#observer.disconnect();
		this.#unsubscribe();
		for (const { controls } of this.#fields.values()) {
			for (const control of controls) {
				control.setCustomValidity("");
			}
		}
		this.#attributes.restore();
		this.#counters.remove();
		this.#messages.remove();
	}

	/** Shows every message and focuses the first invalid control. */
	report(): Validation | undefined {
		this.#commitComposition();
		this.#isSubmitted = true;
		this.#render(this.#targets);
		const validation = this.#session.validate();
		const isBad = [...this.#fields.values()].some(({ controls }) => badInput(controls).length > 0);
		if (validation.valid && !isBad) {
			return validation;
		}
		focusFirstInvalid(this.#fields.values());
		return validation.valid ? undefined : validation;
	}

	/** Finds the controls that exist now, and renders everything. */
	#refresh(): void {
		this.#fields = boundFields(this.#form, this.#inputTypes);
		this.#unbound.warn(unboundControls(this.#form, this.#fields, this.#inputTypes));
		this.#attributes.forgetOutside(this.#form.getRootNode());
		// Messages first: each is inserted right after the controls, and counters then go in between.
		this.#messages.update(withVisibleControls(this.#fields));
		this.#counters.update(withVisibleControls(this.#fields));
		this.#targets = [
			...new Set([...withVisibleControls(this.#fields).keys(), ...this.#messages.byPointer().keys()]),
		];
		for (const field of this.#fields.values()) {
			this.#attach(field);
		}
		this.#render(this.#targets);
		this.#observer.takeRecords(); // Ignore the changes that this method made.
	}

	/** Shows a field's value in its controls. A new control's own value is used where the session has none. */
	#attach(field: BoundField): void {
		const { pointer, controls } = field;
		const own = controls.find((control) => !this.#attached.has(control) && hasValue(control));
		if (own !== undefined && this.#state(pointer)?.value === undefined) {
			this.#readControl(field, own);
		} else {
			this.#show(field, this.#state(pointer)?.value);
		}
		for (const control of controls) {
			this.#attached.set(control, pointer);
		}
	}

	#onInput(event: InputEvent): void {
		const { target } = event;
		const field = this.#fieldOf(target);
		this.#justEdited = null;
		if (field !== undefined && !this.#composition.track(event)) {
			this.#readControl(field, target as Control);
			this.#render([field.pointer]);
		}
	}

	#onFocusOut({ target, relatedTarget }: FocusEvent): void {
		this.#justEdited = null; // The page may have stopped the event.
		const field = this.#fieldOf(target);
		if (field === undefined || this.#fieldOf(relatedTarget) === field) {
			return;
		}
		if (this.#composition.end(target) !== null) {
			this.#readControl(field, target as Control);
		}
		if (this.#state(field.pointer) !== undefined) {
			this.#session.touch(field.path);
		}
		this.#pointerHold.run(() => this.#render([field.pointer]));
	}

	/** The reset event fires before the controls change. */
	#onReset(event: Event): void {
		setTimeout(() => {
			if (event.defaultPrevented || this.#stop.signal.aborted) {
				return;
			}
			this.#isSubmitted = false;
			for (const { controls } of this.#fields.values()) {
				for (const control of controls) {
					this.#attached.delete(control);
				}
			}
			this.#session.reset();
			for (const field of this.#fields.values()) {
				this.#attach(field);
			}
			this.#render(this.#targets);
		});
	}

	#onSubmit(event: SubmitEvent): void {
		const validation = this.report();
		const { onSubmit, onInvalid } = this.#settings;
		if (validation?.valid !== true) {
			event.preventDefault();
			onInvalid?.(validation?.issues ?? [], event);
		} else if (onSubmit !== undefined) {
			event.preventDefault();
			onSubmit(validation, event);
		}
	}

	/** Reads the control of an unfinished composition. */
	#commitComposition(): void {
		const control = this.#composition.end();
		const field = this.#fieldOf(control);
		if (field !== undefined) {
			this.#readControl(field, control as Control);
		}
	}

	#readControl(field: BoundField, control: Control): void {
		this.#readFrom = control;
		try {
			readControl(this.#session, field, control);
		} finally {
			this.#readFrom = undefined;
		}
	}

	#show(field: BoundField, value: unknown): void {
		for (const control of field.controls) {
			const isKept = control === this.#readFrom || control === this.#justEdited;
			if (!isKept && !this.#composition.isComposing(control)) {
				showValue(field, control, value);
			}
		}
	}

	/** Shows another value, unless a control is not attached yet: it may have its own value. */
	#showUnlessNew(pointer: string, value: unknown): void {
		const field = this.#fields.get(pointer);
		if (field?.controls.every((control) => this.#attached.has(control))) {
			this.#show(field, value);
		}
	}

	#onChanges({ fields, truncated, appeared, changed, gone }: FormChanges): void {
		if (truncated) {
			for (const { pointer } of this.#fields.values()) {
				this.#showUnlessNew(pointer, this.#state(pointer)?.value);
			}
			this.#render(this.#targets);
			return;
		}
		const affected = new Set<string>();
		for (const { pointer, value } of fields) {
			this.#showUnlessNew(pointer, value);
			affected.add(pointer);
		}
		for (const { pointer } of [...appeared, ...changed, ...gone]) {
			affected.add(messageTarget(pointer, this.#targets) ?? "");
		}
		this.#render(affected);
	}

	/** Renders messages, counters and rows at some pointers. */
	#render(targets: Iterable<string>): void {
		const messages = this.#allMessages();
		const elements = this.#messages.byPointer();
		const counters = this.#counters.byPointer();
		const rows = elementsFor(this.#form, "data-row-for");
		for (const target of targets) {
			const field = this.#fields.get(target);
			if (field?.controls.some((control) => this.#composition.isComposing(control))) {
				continue; // Rendered when the composition ends.
			}
			const state = this.#state(target);
			this.#renderMessages(field, state, elements.get(target), messages.get(target) ?? []);
			renderCounter(counters.get(target), state, this.#settings.counterText);
			this.#renderRow(rows.get(target), state);
		}
	}

	#renderMessages(
		field: BoundField | undefined,
		state: FieldState | undefined,
		element: HTMLElement | undefined,
		issues: readonly Message[],
	): void {
		const controls = field?.controls ?? [];
		const messages = [...badInput(controls), ...issues];
		const isShown = this.#isShown(state);
		for (const control of state === undefined ? [] : controls) {
			setStateAttributes(this.#attributes, control, state as FieldState);
		}
		renderValidity(this.#attributes, controls, messages, isShown);
		if (element !== undefined) {
			const shown = [...lockMessages(state), ...(isShown ? messages : [])];
			writeMessages(element, shown);
			this.#attributes.set(element, "hidden", shown.length === 0 ? "" : undefined);
		}
	}

	/** Hides the row of an irrelevant field, unless it has a value or the focus. */
	#renderRow(row: HTMLElement | undefined, state: FieldState | undefined): void {
		if (row !== undefined && state !== undefined) {
			const { activeElement } = row.getRootNode() as Document;
			const isIdle = !state.relevant && state.value === undefined && !row.contains(activeElement);
			this.#attributes.set(row, "hidden", isIdle ? "" : undefined);
		}
	}

	#isShown(state: FieldState | undefined): boolean {
		const { show } = this.#settings;
		return show === "always" || this.#isSubmitted || (show === "touched" && state?.touched !== false);
	}

	/** All issues by the pointer where they are shown, errors first. */
	#allMessages(): Map<string, Issue[]> {
		const found = new Map<string, Issue[]>();
		const issues = this.#session.issues();
		for (const issue of [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))]) {
			const target = messageTarget(issue.pointer, this.#targets);
			if (target !== undefined) {
				found.set(target, [...(found.get(target) ?? []), issue]);
			}
		}
		return found;
	}

	/** A field's state; `undefined` if its list has no such item. */
	#state(pointer: string): FieldState | undefined {
		try {
			return this.#session.field(pointer as FieldPointer);
		} catch {
			return undefined;
		}
	}

	#fieldOf(target: EventTarget | null): BoundField | undefined {
		return target !== null && isControl(target) && target.form === this.#form
			? [...this.#fields.values()].find(({ controls }) => controls.includes(target))
			: undefined;
	}
}

function withVisibleControls(fields: ReadonlyMap<string, BoundField>): ReadonlyMap<string, BoundField> {
	return new Map([...fields].filter(([, { controls }]) => controls.some(({ type }) => type !== "hidden")));
}

function createMessageElement({ controls }: BoundField): HTMLElement {
	const element = (controls[0] as Control).ownerDocument.createElement("div");
	element.setAttribute("aria-live", "polite");
	return element;
}

function lockMessages(state: FieldState | undefined): Message[] {
	return state?.locked !== undefined && isLocked(state)
		? [{ severity: "lock", code: state.locked.code, message: state.locked.reason }]
		: [];
}

function isError({ severity }: Issue): boolean {
	return severity === "error";
}
