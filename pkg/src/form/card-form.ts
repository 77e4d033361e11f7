import { encodedValue } from "../bridge/encoded-value.js";
import { outcomeOf, responseOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Reader } from "../bridge/reader.js";
import type { Api, DefaultApi, Issue, OptionsArgument, Payload, Validation } from "../bridge/types.js";
import { copyBytes, withUtf8 } from "../bridge/utf8.js";
import {
	Outcome,
	readFieldChange,
	readFieldState,
	readFormChanges,
	readFormRefusal,
	readFormReport,
	readIssue,
} from "../generated/records.js";
import { type MessageFunction, readMessages, withMessages } from "../issues/custom-messages.js";
import { operationOf } from "../options/api.js";
import { type LanguageTag, readLocale } from "../options/locale.js";
import { optionsObject } from "../options/option-values.js";
import { encodeRequest } from "../request/encoded-request.js";
import type { RequestOptions } from "../request/options.js";
import { PreparedRequest } from "../request/prepared-request.js";
import { readRequestOptions } from "../request/read-options.js";
import { describe, kindOf } from "../runtime/describe.js";
import type { DisposableResource } from "../runtime/disposable.js";
import { coreOptions } from "../validate/core-options.js";
import type { ValidateOptions } from "../validate/options.js";
import { validationOf } from "../validate/validation.js";
import { validationWithMessages } from "../validate/validation-with-messages.js";
import { encodedPath } from "./encoded-path.js";
import type { FieldPath } from "./field-path.js";
import { FormError } from "./form-error.js";
import { type EditCall, FormSession, NO_BYTES, SET, TOUCH } from "./session.js";
import type { FieldChange, FieldState, FormChanges } from "./types.js";

/** The options of a form: its initial values, and what it validates against. */
export interface CardFormOptions<A extends Api = DefaultApi> extends ValidateOptions<A> {
	/** The initial update. Its fields replace those of `current`. */
	initial?: unknown;
}

/** Called after every edit with its changes. */
export type FormListener = (changes: FormChanges) => void;

/**
 * A form session for one update. An edit rechecks only the field, its parents, and the rules that read it.
 *
 * With `current` the form starts with the card's values, and `patch()` holds the top-level fields that the user
 * changed. A form holds memory of the WebAssembly module until it is disposed of or garbage-collected.
 *
 * ```js
 * const form = new CardForm({ current: { title: "会员卡", code_mode: "REAL_TIME" }, locale: "en" });
 * const { appeared } = form.set("title", "一二三四五六七八九十一二");
 * appeared[0].message; // "Card name can have at most 10 characters, not 12"
 * form.field("title").remaining; // -2
 * form.set("title", "新会员卡");
 * form.patch(); // { title: "新会员卡" }
 * form.dispose();
 * ```
 */
export class CardForm<A extends Api = DefaultApi> implements DisposableResource {
	readonly #session: FormSession;
	readonly #messages: MessageFunction | undefined;
	/** The endpoint, where the module has several. */
	readonly #api: string | undefined;
	readonly #listeners = new Set<FormListener>();
	/** How many edits are in progress, each made by a listener of the previous one. */
	#nestedEdits = 0;

	constructor(...options: OptionsArgument<CardFormOptions<A>>);
	constructor(options: unknown = {}) {
		const given = optionsObject(options);
		const read = coreOptions(given);
		this.#api = read.read.api;
		this.#messages = readMessages(given);
		const { initial } = given;
		this.#session =
			initial === undefined ? new FormSession(NO_BYTES, read) : new FormSession(encodedValue(initial), read);
	}

	/**
	 * The option that names its endpoint, where the module has several.
	 *
	 * @internal
	 */
	get apiOption(): { api?: A } {
		return this.#api === undefined ? {} : { api: this.#api as A };
	}

	/** Sets the language of messages and reasons. The form keeps its state. */
	set locale(locale: LanguageTag) {
		this.#session.setLocale(readLocale(locale));
	}

	/**
	 * Sets a field; `undefined` removes it. For a time, a date object (`Date`, dayjs, moment) becomes its text. Throws a
	 * FormError for an unknown path, with a suggestion.
	 */
	set(path: FieldPath<A>, value: unknown): FormChanges {
		const field = encodedPath(path);
		if (value === undefined) {
			return this.remove(path);
		}
		return this.#notify(this.#edit(field, encodedValue(value), SET));
	}

	/** Sets a field to what the user typed: text becomes a number where the field is one, and "" removes the field. */
	enter(path: FieldPath<A>, text: string): FormChanges {
		if (typeof text !== "string") {
			throw new TypeError("enter takes the text of an input; set takes any value");
		}
		const field = encodedPath(path);
		return this.#notify(this.#edit(field, withUtf8(text, copyBytes), ENTER));
	}

	/** Removes a field, or an item of a list. */
	remove(path: FieldPath<A>): FormChanges {
		return this.#notify(this.#edit(encodedPath(path), NO_BYTES, REMOVE));
	}

	/** Inserts an item into a list, before the one with that index. */
	insert(list: FieldPath<A>, index: number, value: unknown): FormChanges {
		const field = encodedPath(list);
		const at = wholeIndex(index);
		const call: EditCall = (form, input) => form.insert(input, at);
		return this.#notify(this.#edit(field, encodedValue(value), call));
	}

	/** Moves an item of a list to another index. */
	move(list: FieldPath<A>, from: number, to: number): FormChanges {
		const [start, end] = [wholeIndex(from), wholeIndex(to)];
		const call: EditCall = (form, input) => form.move_item(input, start, end);
		return this.#notify(this.#edit(encodedPath(list), NO_BYTES, call));
	}

	/** Goes back to the values that the form began with. */
	reset(): FormChanges {
		return this.#notify(this.#edit(NO_BYTES, NO_BYTES, RESET));
	}

	/** Marks a field as visited: call it when the input loses the focus. */
	touch(path: FieldPath<A>): void {
		readUnlessRefused(this.#session.edit(encodedPath(path), NO_BYTES, TOUCH));
	}

	/** Whether a field is marked as visited. */
	touched(path: FieldPath<A>): boolean {
		const field = encodedPath(path);
		return this.#session.form.touched(writeInput(field));
	}

	/** Whether a field (without a path: any field) differs from the card or from the initial value. */
	dirty(path: FieldPath<A> = []): boolean {
		const field = encodedPath(path);
		return this.#session.form.dirty(writeInput(field));
	}

	/** The current state of a field. */
	field(path: FieldPath<A>): FieldState {
		const field = encodedPath(path);
		const state = readFieldState(readUnlessRefused(this.#session.form.field(writeInput(field))));
		return stateWithMessages(state, this.#messages);
	}

	/** All issues of the value, in document order. */
	issues(): Issue[] {
		return withMessages(responseOf(this.#session.form.issues()).list(readIssue), this.#messages);
	}

	/** The top-level fields that differ from the card or from the initial values. */
	changes(): FieldChange[] {
		return responseOf(this.#session.form.changes()).list(readFieldChange);
	}

	/** The whole value, valid or not. */
	value(): Partial<Payload<A>> {
		return JSON.parse(textOf(this.#session.form.value())) as Partial<Payload<A>>;
	}

	/** The update to send. With a card: only the fields that differ from it, and those that the API requires with them. */
	patch(): Partial<Payload<A>> {
		return JSON.parse(textOf(this.#session.form.patch())) as Partial<Payload<A>>;
	}

	/** Validates the update to send. */
	validate(): Validation<A> {
		const { body, issues } = readFormReport(responseOf(this.#session.form.validate()));
		return validationWithMessages(validationOf(body, issues), this.#messages) as Validation<A>;
	}

	/** Prepares the request for the update. Throws a ValidationError. */
	prepare(options: RequestOptions<A>): PreparedRequest {
		const request = encodeRequest(readRequestOptions(options, operationOf(this.#api)));
		const { form } = this.#session;
		return PreparedRequest.of(form.prepare(writeInput(request)), this.#messages, this.#api);
	}

	/**
	 * Calls the listener after every edit. Call the returned function to unsubscribe.
	 *
	 * A listener may edit the form. All listeners are called for that edit first, before the remaining listeners are
	 * called for the original one. More than 50 nested edits throw an Error.
	 */
	subscribe(listener: FormListener): () => void {
		if (typeof listener !== "function") {
			throw new TypeError(`subscribe takes a function to call after every edit, not ${kindOf(listener)}`);
		}
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Frees the form's memory. The form cannot be used afterwards. Calling it again does nothing. */
	dispose(): void {
		this.#listeners.clear();
		this.#session.dispose();
	}

	/** Calls `dispose`, for `using`. */
	[Symbol.dispose](): void {
		this.dispose();
	}

	/** Makes an edit. Throws an Error for endlessly nested edits. */
	#edit(field: Uint8Array, value: Uint8Array, call: EditCall): number {
		if (this.#nestedEdits === MAX_NESTED_EDITS) {
			throw new Error(
				`the listeners of a CardForm made ${MAX_NESTED_EDITS} edits, each inside the event of the edit before: a listener must stop when nothing is left to change`,
			);
		}
		return this.#session.edit(field, value, call);
	}

	/** Reads the changes of an edit, and calls the listeners. */
	#notify(returned: number): FormChanges {
		const changes = readFormChanges(readUnlessRefused(returned));
		let reported: FormChanges;
		try {
			reported = changesWithMessages(changes, this.#messages);
		} catch (error) {
			// The edit is made, so call the listeners, with the package's messages.
			this.#callListeners(changes);
			throw error;
		}
		this.#callListeners(reported);
		return reported;
	}

	#callListeners(reported: FormChanges): void {
		this.#nestedEdits += 1;
		try {
			for (const listener of this.#listeners) {
				listener(reported);
			}
		} finally {
			this.#nestedEdits -= 1;
		}
	}
}

/** Listeners that set each other's fields would never end. */
const MAX_NESTED_EDITS = 50;

const ENTER: EditCall = (form, input) => form.enter(input);
const REMOVE: EditCall = (form, input) => form.remove(input);
const RESET: EditCall = (form) => form.reset();

/** No list has an item with a larger index. */
const MAX_INDEX = 2 ** 32 - 1;

/** Checks an index: wasm-bindgen would convert any other value. */
function wholeIndex(index: unknown): number {
	if (!Number.isInteger(index) || (index as number) < 0) {
		throw new TypeError(`the index of an item is a whole number from 0 on, not ${describe(index)}`);
	}
	return Math.min(index as number, MAX_INDEX);
}

/** A reader of the response. Throws a FormError if the module refused the call. */
function readUnlessRefused(returned: number): Reader {
	const reader = responseOf(returned);
	if (outcomeOf(returned) === Outcome.Refused) {
		const { message, ...why } = readFormRefusal(reader);
		throw new FormError(message, why);
	}
	return reader;
}

function changesWithMessages(changes: FormChanges, messages: MessageFunction | undefined): FormChanges {
	return messages === undefined
		? changes
		: {
				appeared: withMessages(changes.appeared, messages),
				changed: withMessages(changes.changed, messages),
				gone: withMessages(changes.gone, messages),
				truncated: changes.truncated,
				fields: changes.fields.map((state) => stateWithMessages(state, messages)),
			};
}

function stateWithMessages(state: FieldState, messages: MessageFunction | undefined): FieldState {
	return messages === undefined ? state : { ...state, issues: withMessages(state.issues, messages) };
}
