import type { Api, DefaultApi, Issue, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FieldState } from "../form/types.js";
import { boolean, func, oneOf, optionsObject } from "../options/option-values.js";
import { kindOf } from "../runtime/describe.js";
import type { DisposableResource } from "../runtime/disposable.js";
import type { Global } from "../runtime/global.js";
import { countOf } from "./counters.js";
import { FormBinding } from "./form-binding.js";

/** `HTMLFormElement`. */
export type FormElement = Global<"HTMLFormElement">;
/** `SubmitEvent`. */
export type SubmissionEvent = Global<"SubmitEvent">;
/** The validation of an update that can be sent. */
export type ValidUpdate<A extends Api = DefaultApi> = Extract<Validation<A>, { valid: true }>;

/** How a form is bound. */
export interface BindOptions<A extends Api = DefaultApi> {
	/** When the messages of a field are shown: once the user has left it, once the form was submitted, or always. */
	show?: "touched" | "submitted" | "always";
	/** Makes a counter for every limited text that has none. Default: `true`. */
	createCounters?: boolean;
	/** What a counter says. Default: `3/10`. */
	counterText?: (state: FieldState) => string;
	/** Is given what is to be sent when the form is submitted and valid; the browser then does not submit it. */
	onSubmit?: (update: ValidUpdate<A>, event: SubmissionEvent) => void;
	/** Is given the issues when the form is submitted and not valid. */
	onInvalid?: (issues: Issue[], event: SubmissionEvent) => void;
}

const SHOW = ["touched", "submitted", "always"] as const;

/** A form that is bound to a session. */
export interface Binding extends DisposableResource {
	/** Shows every message and focuses the first invalid control, as submitting does. Returns whether all is valid. */
	reportValidity(): boolean;
	/** Puts the page back as it was, but for the values. The session goes on. */
	unbind(): void;
}

/**
 * Binds a plain HTML form to a session: what the user enters goes into the session, and what the session knows shows on
 * the page.
 *
 * A control belongs to the field that its `name` (or `data-field`, if the name is another) says: `title`, or a JSON
 * pointer such as `/balance_information/balance_path`. A list of options is edited with checkboxes of one name or with
 * `<select multiple>`, a list of texts with a `<textarea>`, a line each; `datetime-local` is read as time in China. Where
 * the session has no value, a control's own counts; otherwise the session's does. Controls may come, go and change names.
 *
 * Every control gets its errors as its custom validity, `aria-invalid`, `aria-required` (not `required`: what is absent is
 * never more than doubtful), and `readonly` or `disabled` while the card locks its field. `[data-message-for]` holds a field's messages, `[data-counter-for]` its
 * count, and `[data-row-for]` is hidden while the field means nothing and is empty; messages and counters are made where
 * the page has none, and describe the controls. Nothing is styled.
 *
 * A control whose name is nearly that of a field gets a warning on the console: it is bound to nothing.
 *
 * While an input method composes, its field is neither judged nor drawn. The form is submitted only if it is valid;
 * otherwise the first invalid control is focused. Warnings are shown, and keep nothing back.
 */
export function bindForm<A extends Api = DefaultApi>(
	form: FormElement,
	session: CardForm<A>,
	options: BindOptions<A> = {},
): Binding {
	checkForm(form);
	if (typeof (session as Partial<CardForm> | null | undefined)?.subscribe !== "function") {
		throw new TypeError(`bindForm takes the CardForm to bind the form to, not ${kindOf(session)}`);
	}
	const given = optionsObject(options);
	// It takes the fields as they come, whatever the endpoint.
	const binding = new FormBinding(form, session as unknown as CardForm, {
		show: oneOf(given, "show", SHOW) ?? "touched",
		createCounters: boolean(given, "createCounters") ?? true,
		counterText: func<NonNullable<BindOptions["counterText"]>>(given, "counterText") ?? countOf,
		onSubmit: func<NonNullable<BindOptions["onSubmit"]>>(given, "onSubmit"),
		onInvalid: func<NonNullable<BindOptions["onInvalid"]>>(given, "onInvalid"),
	});
	return {
		reportValidity: () => binding.report()?.valid === true,
		unbind: () => binding.unbind(),
		[Symbol.dispose]: () => binding.unbind(),
	};
}

/** Throws a TypeError for what is no `<form>`. */
function checkForm(form: unknown): void {
	const { nodeName } = (form ?? {}) as Partial<HTMLFormElement>;
	// Controls may take the place of the form's own properties; what a library makes in the place of a page may lack the tag.
	if (Object.prototype.toString.call(form) === "[object HTMLFormElement]" || nodeName === "FORM") {
		return;
	}
	if (form === null || form === undefined) {
		throw new TypeError(
			`bindForm takes a form element, not ${form}: is the form in the page yet, and is its selector right?`,
		);
	}
	const found = typeof nodeName === "string" ? `<${nodeName.toLowerCase()}>` : kindOf(form);
	throw new TypeError(`bindForm takes a form element, not ${found}: give the <form> around the controls`);
}
