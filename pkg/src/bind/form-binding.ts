import type { FieldPointer, Issue, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FieldState, FormChanges } from "../form/types.js";
import { Attributes } from "./attributes.js";
import { type BoundField, boundFields, type Control, isControl, unboundControls } from "./bound-fields.js";
import { Composition } from "./composition.js";
import { holdsValue, show, take } from "./control-value.js";
import { drawCounter, makeCounter } from "./counters.js";
import { Descriptions } from "./descriptions.js";
import { elementsFor } from "./elements-for.js";
import { FieldKinds } from "./field-kinds.js";
import { focusFirstInvalid } from "./focus-invalid.js";
import { messageTarget } from "./message-target.js";
import { type Message, writeMessages } from "./messages.js";
import { watchPage } from "./page-changes.js";
import { PointerHold } from "./pointer-hold.js";
import { isLocked, setStateAttributes } from "./state-attributes.js";
import { UnboundNames } from "./unbound-names.js";
import { badInput, drawValidity } from "./validity.js";

/** How to bind, with every default filled in. */
export interface Settings {
	show: "touched" | "submitted" | "always";
	createCounters: boolean;
	counterText: (state: FieldState) => string;
	onSubmit: ((update: Extract<Validation, { valid: true }>, event: SubmitEvent) => void) | undefined;
	onInvalid: ((issues: Issue[], event: SubmitEvent) => void) | undefined;
}

const EDITS = ["input", "change"];
const TYPING = ["compositionstart", "compositionend", ...EDITS];

/** Keeps a form of the page and a session in step. */
export class FormBinding {
	readonly #form: HTMLFormElement;
	readonly #session: CardForm;
	readonly #settings: Settings;
	readonly #kinds: FieldKinds;
	readonly #unbound: UnboundNames;
	readonly #stop = new AbortController();
	readonly #attributes = new Attributes();
	readonly #composition = new Composition();
	readonly #hold: PointerHold;
	readonly #counters: Descriptions;
	readonly #messages: Descriptions;
	readonly #page: MutationObserver;
	readonly #unsubscribe: () => void;
	/** The field that each control is known to show. */
	readonly #known = new WeakMap<Control, string>();
	#fields: ReadonlyMap<string, BoundField> = new Map();
	/** Where messages can be shown: fields and message elements. */
	#targets: string[] = [];
	/** The control whose value is being passed to the session. */
	#source: Control | undefined;
	/** The control that was just edited, until the session has its value: listeners of the page may run first, and change the page. */
	#edited: EventTarget | null = null;
	#isSubmitted = false;

	constructor(form: HTMLFormElement, session: CardForm, settings: Settings) {
		this.#form = form;
		this.#session = session;
		this.#kinds = new FieldKinds(session.about);
		this.#settings = settings;
		this.#unbound = new UnboundNames(session);
		const root = form.getRootNode();
		const { signal } = this.#stop;
		this.#hold = new PointerHold(root, signal);
		const { createCounters } = settings;
		this.#counters = new Descriptions(form, "data-counter-for", (field) =>
			createCounters ? makeCounter(field, this.#state(field.pointer)) : undefined,
		);
		this.#messages = new Descriptions(form, "data-message-for", makeMessages);
		this.#attributes.set(form, "novalidate", "");
		for (const type of EDITS) {
			const edited = ({ target }: Event) => {
				this.#edited = target;
			};
			root.addEventListener(type, edited, { capture: true, signal });
		}
		for (const type of TYPING) {
			root.addEventListener(type, (event) => this.#typed(event as InputEvent), { signal });
		}
		root.addEventListener("focusout", (event) => this.#left(event as FocusEvent), { signal });
		form.addEventListener("reset", (event) => this.#resetSoon(event), { signal });
		form.addEventListener("submit", (event) => this.#submit(event), { signal });
		this.#page = watchPage(form, () => this.#refresh());
		this.#unsubscribe = session.subscribe((changes) => this.#changed(changes));
		this.#refresh();
	}

	unbind(): void {
		if (this.#stop.signal.aborted) {
			return;
		}
		this.#stop.abort();
		this.#page.disconnect();
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

	/** Shows every message, and focuses the first control that is not valid. */
	report(): Validation | undefined {
		this.#settle();
		this.#isSubmitted = true;
		this.#draw(this.#targets);
		const validation = this.#session.validate();
		const isBad = [...this.#fields.values()].some(({ controls }) => badInput(controls).length > 0);
		if (validation.valid && !isBad) {
			return validation;
		}
		focusFirstInvalid(this.#fields.values());
		return validation.valid ? undefined : validation;
	}

	/** Takes in which controls there are now, and draws everything. */
	#refresh(): void {
		this.#fields = boundFields(this.#form, this.#kinds);
		this.#unbound.warn(unboundControls(this.#form, this.#fields, this.#kinds));
		this.#attributes.forgetOutside(this.#form.getRootNode());
		// Messages first: each is put right behind the controls, where the counters then come in between.
		this.#messages.provide(visible(this.#fields));
		this.#counters.provide(visible(this.#fields));
		this.#targets = [...new Set([...visible(this.#fields).keys(), ...this.#messages.all().keys()])];
		for (const field of this.#fields.values()) {
			this.#meet(field);
		}
		this.#draw(this.#targets);
		this.#page.takeRecords(); // The changes were this method's own.
	}

	/** Makes the controls of a field show its value; a new control's own value counts where the session has none. */
	#meet(field: BoundField): void {
		const { pointer, controls } = field;
		const own = controls.find((control) => !this.#known.has(control) && holdsValue(control));
		if (own !== undefined && this.#state(pointer)?.value === undefined) {
			this.#take(field, own);
		} else {
			this.#show(field, this.#state(pointer)?.value);
		}
		for (const control of controls) {
			this.#known.set(control, pointer);
		}
	}

	#typed(event: InputEvent): void {
		const { target } = event;
		const field = this.#fieldOf(target);
		this.#edited = null;
		if (field !== undefined && !this.#composition.goesOn(event)) {
			this.#take(field, target as Control);
			this.#draw([field.pointer]);
		}
	}

	#left({ target, relatedTarget }: FocusEvent): void {
		this.#edited = null; // The page may have kept the edit to itself.
		const field = this.#fieldOf(target);
		if (field === undefined || this.#fieldOf(relatedTarget) === field) {
			return;
		}
		if (this.#composition.end(target) !== null) {
			this.#take(field, target as Control);
		}
		if (this.#state(field.pointer) !== undefined) {
			this.#session.touch(field.path);
		}
		this.#hold.run(() => this.#draw([field.pointer]));
	}

	/** The reset event comes before the controls change. */
	#resetSoon(event: Event): void {
		setTimeout(() => {
			if (event.defaultPrevented || this.#stop.signal.aborted) {
				return;
			}
			this.#isSubmitted = false;
			for (const { controls } of this.#fields.values()) {
				for (const control of controls) {
					this.#known.delete(control);
				}
			}
			this.#session.reset();
			for (const field of this.#fields.values()) {
				this.#meet(field);
			}
			this.#draw(this.#targets);
		});
	}

	#submit(event: SubmitEvent): void {
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

	/** Reads the control in which a composition has not ended. */
	#settle(): void {
		const control = this.#composition.end();
		const field = this.#fieldOf(control);
		if (field !== undefined) {
			this.#take(field, control as Control);
		}
	}

	#take(field: BoundField, control: Control): void {
		this.#source = control;
		try {
			take(this.#session, field, control);
		} finally {
			this.#source = undefined;
		}
	}

	#show(field: BoundField, value: unknown): void {
		for (const control of field.controls) {
			const isKept = control === this.#source || control === this.#edited;
			if (!isKept && !this.#composition.isIn(control)) {
				show(field, control, value);
			}
		}
	}

	/** Makes the controls of a field show another value, unless one is yet to be met: that may hold a value of its own. */
	#showAgain(pointer: string, value: unknown): void {
		const field = this.#fields.get(pointer);
		if (field?.controls.every((control) => this.#known.has(control))) {
			this.#show(field, value);
		}
	}

	#changed({ fields, truncated, appeared, changed, gone }: FormChanges): void {
		if (truncated) {
			for (const { pointer } of this.#fields.values()) {
				this.#showAgain(pointer, this.#state(pointer)?.value);
			}
			this.#draw(this.#targets);
			return;
		}
		const affected = new Set<string>();
		for (const { pointer, value } of fields) {
			this.#showAgain(pointer, value);
			affected.add(pointer);
		}
		for (const { pointer } of [...appeared, ...changed, ...gone]) {
			affected.add(messageTarget(pointer, this.#targets) ?? "");
		}
		this.#draw(affected);
	}

	/** Draws messages, counters and rows of some targets. */
	#draw(targets: Iterable<string>): void {
		const messages = this.#allMessages();
		const elements = this.#messages.all();
		const counters = this.#counters.all();
		const rows = elementsFor(this.#form, "data-row-for");
		for (const target of targets) {
			const field = this.#fields.get(target);
			if (field?.controls.some((control) => this.#composition.isIn(control))) {
				continue; // All is drawn when the composition ends.
			}
			const state = this.#state(target);
			this.#drawMessages(field, state, elements.get(target), messages.get(target) ?? []);
			drawCounter(counters.get(target), state, this.#settings.counterText);
			this.#drawRow(rows.get(target), state);
		}
	}

	#drawMessages(
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
		drawValidity(this.#attributes, controls, messages, isShown);
		if (element !== undefined) {
			const shown = [...lockOf(state), ...(isShown ? messages : [])];
			writeMessages(element, shown);
			this.#attributes.set(element, "hidden", shown.length === 0 ? "" : undefined);
		}
	}

	/** Hides a row that means nothing beside the other fields, unless it holds something or the user is in it. */
	#drawRow(row: HTMLElement | undefined, state: FieldState | undefined): void {
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

	/** All issues by the target where they are shown, errors first. */
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

	/** What is known about a field; nothing if it lies in an item that is not there. */
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

function visible(fields: ReadonlyMap<string, BoundField>): ReadonlyMap<string, BoundField> {
	return new Map([...fields].filter(([, { controls }]) => controls.some(({ type }) => type !== "hidden")));
}

function makeMessages({ controls }: BoundField): HTMLElement {
	const element = (controls[0] as Control).ownerDocument.createElement("div");
	element.setAttribute("aria-live", "polite");
	return element;
}

function lockOf(state: FieldState | undefined): Message[] {
	return state?.locked !== undefined && isLocked(state)
		? [{ severity: "lock", code: state.locked.code, message: state.locked.reason }]
		: [];
}

function isError({ severity }: Issue): boolean {
	return severity === "error";
}
