import type { Api, DefaultApi, Issue, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import type { FieldState } from "../form/types.js";
import { boolean, func, oneOf, optionsObject } from "../options/option-values.js";
import { kindOf } from "../runtime/describe.js";
import type { DisposableResource } from "../runtime/disposable.js";
import type { Global } from "../runtime/host.js";
import { countText } from "./counters.js";
import { FormBinding } from "./form-binding.js";

/** `HTMLFormElement`. */
export type FormElement = Global<"HTMLFormElement">;
/** `SubmitEvent`. */
export type SubmissionEvent = Global<"SubmitEvent">;
/** The validation of a valid update. */
export type ValidUpdate<A extends Api = DefaultApi> = Extract<Validation<A>, { valid: true }>;

/** How a form is bound. */
export interface BindOptions<A extends Api = DefaultApi> {
	/**
	 * When a field's messages are shown: after the user has left it, after the form was submitted, or always. Default:
	 * `"touched"`.
	 */
	show?: "touched" | "submitted" | "always";
	/** Whether to create a counter for every text with a limit that has none. Default: `true`. */
	createCounters?: boolean;
	/** The text of a counter. Default: `3/10`. */
	counterText?: (state: FieldState) => string;
	/** Called with the update when the form is submitted and valid. The browser then does not submit the form itself. */
	onSubmit?: (update: ValidUpdate<A>, event: SubmissionEvent) => void;
	/** Called with the issues when the form is submitted and not valid. */
	onInvalid?: (issues: Issue[], event: SubmissionEvent) => void;
}

const SHOW = ["touched", "submitted", "always"] as const;

/** A form bound to a session. */
export interface Binding extends DisposableResource {
	/**
	 * Shows every message and focuses the first invalid control, as submitting does. Returns whether the form is valid.
	 */
	reportValidity(): boolean;
	/** Restores the page, except for the values. The session stays open. */
	unbind(): void;
}

/**
 * Binds a plain HTML form to a session: the session receives what the user enters, and the page shows values, messages
 * and counters.
 *
 * A control's `name` (or `data-field`, if the name is used otherwise) names its field: `title`, or a JSON pointer such
 * as `/balance_information/balance_path`. Use checkboxes of one name or `<select multiple>` for a list of options, and
 * a `<textarea>` with one item a line for a list of texts. `datetime-local` is read as China time. The session's value
 * wins over a control's own; a control's own value is used where the session has none. Controls may be added, removed
 * and renamed at any time.
 *
 * The binding sets each control's custom validity, `aria-invalid`, `aria-required` (not `required`: an absent field is
 * a warning at most), and `readonly` or `disabled` while the card locks the field. `[data-message-for]` shows a field's
 * messages and `[data-counter-for]` its count. `[data-row-for]` is hidden while the field is irrelevant and empty.
 * Missing message and counter elements are created, and linked by `aria-describedby`. Nothing is styled.
 *
 * A control whose name looks like a misspelt field is not bound, and causes a warning on the console.
 *
 * While an input method composes, its field is neither validated nor updated. An invalid form is not submitted: its
 * first invalid control gets the focus. Warnings are shown, but do not prevent submitting.
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
	// The binding works with the fields of any endpoint.
	const binding = new FormBinding(form, session as unknown as CardForm, {
		show: oneOf(given, "show", SHOW) ?? "touched",
		createCounters: boolean(given, "createCounters") ?? true,
		counterText: func<NonNullable<BindOptions["counterText"]>>(given, "counterText") ?? countText,
		onSubmit: func<NonNullable<BindOptions["onSubmit"]>>(given, "onSubmit"),
		onInvalid: func<NonNullable<BindOptions["onInvalid"]>>(given, "onInvalid"),
	});
	return {
		reportValidity: () => binding.report()?.valid === true,
		unbind: () => binding.unbind(),
		[Symbol.dispose]: () => binding.unbind(),
	};
}

/** Throws a TypeError unless this is a `<form>`. */
function checkForm(form: unknown): void {
	const { nodeName } = (form ?? {}) as Partial<HTMLFormElement>;
	// A control can shadow a property of its form, such as `nodeName`, and DOM libraries may lack the tag: either test is
	// enough.
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
