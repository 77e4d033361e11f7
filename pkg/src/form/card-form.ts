import { encodedValue } from "../bridge/encoded-value.js";
import { outcomeOf, responseOf, textOf, writeInput } from "../bridge/protocol.js";
import type { Reader } from "../bridge/reader.js";
import type { Api, DefaultApi, Given, Issue, Payload, Validation } from "../bridge/types.js";
import { keep, withUtf8 } from "../bridge/utf8.js";
import {
	Outcome,
	readFieldChange,
	readFieldState,
	readFormChanges,
	readFormRefusal,
	readFormReport,
	readIssue,
} from "../generated/records.js";
import { type MessageOf, readMessages, withMessages } from "../issues/custom-messages.js";
import { operationOf } from "../options/api.js";
import { type LanguageTag, readLocale } from "../options/locale.js";
import { optionsObject } from "../options/option-values.js";
import { coreRequest } from "../request/core-request.js";
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
import { type Ask, FormSession, NOTHING, SET, TOUCH } from "./session.js";
import type { FieldChange, FieldState, FormChanges } from "./types.js";

/** What a form begins with, and what it validates against. */
export interface CardFormOptions<A extends Api = DefaultApi> extends ValidateOptions<A> {
	/** The update to begin with, laid over the values of `current`. */
	initial?: unknown;
}

/** Is told after every edit what it changed. */
export type FormListener = (changes: FormChanges) => void;

/**
 * A live form session over one update. After an edit it judges again only the field, what is around it, and the rules
 * that read it.
 *
 * With `current` the form begins with the card's values, and `patch()` is what the user changed: the top-level fields
 * that differ from the card's. A form holds memory of the WebAssembly module until it is disposed of, or collected.
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
	readonly #words: MessageOf | undefined;
	/** The endpoint, where the module has several. */
	readonly #api: string | undefined;
	readonly #listeners = new Set<FormListener>();
	/** How many edits are being told, each made by a listener of the one before. */
	#telling = 0;

	constructor(...options: Given<CardFormOptions<A>>);
	constructor(options: unknown = {}) {
		const given = optionsObject(options);
		const read = coreOptions(given);
		this.#api = read.read.api;
		this.#words = readMessages(given);
		const { initial } = given;
		this.#session =
			initial === undefined ? new FormSession(NOTHING, read) : new FormSession(encodedValue(initial), read);
	}

	/**
	 * Options that name its endpoint, where the module has several.
	 *
	 * @internal
	 */
	get about(): { api?: A } {
		return this.#api === undefined ? {} : { api: this.#api as A };
	}

	/** The language of messages and reasons from now on: a form keeps its state when its page changes the language. */
	set locale(locale: LanguageTag) {
		this.#session.setLocale(readLocale(locale));
	}

	/**
	 * Gives a field a value; `undefined` removes it. Where a time is due, a date object (`Date`, dayjs, moment) becomes its
	 * text. Throws a FormError if the path leads nowhere, which names the field that may be meant.
	 */
	set(path: FieldPath<A>, value: unknown): FormChanges {
		const field = encodedPath(path);
		if (value === undefined) {
			return this.remove(path);
		}
		return this.#tell(this.#edit(field, encodedValue(value), SET));
	}

	/** Gives a field the value that a text typed into its input stands for: a number for an integer, nothing for "". */
	enter(path: FieldPath<A>, text: string): FormChanges {
		if (typeof text !== "string") {
			throw new TypeError("enter takes the text of an input; set takes any value");
		}
		const field = encodedPath(path);
		return this.#tell(this.#edit(field, withUtf8(text, keep), ENTER));
	}

	/** Removes a field, or an item of a list. */
	remove(path: FieldPath<A>): FormChanges {
		return this.#tell(this.#edit(encodedPath(path), NOTHING, REMOVE));
	}

	/** Inserts an item into a list, before the one with that index. */
	insert(list: FieldPath<A>, index: number, value: unknown): FormChanges {
		const field = encodedPath(list);
		const at = wholeIndex(index);
		const ask: Ask = (form, input) => form.insert(input, at);
		return this.#tell(this.#edit(field, encodedValue(value), ask));
	}

	/** Moves an item of a list to another index. */
	move(list: FieldPath<A>, from: number, to: number): FormChanges {
		const [start, end] = [wholeIndex(from), wholeIndex(to)];
		const ask: Ask = (form, input) => form.move_item(input, start, end);
		return this.#tell(this.#edit(encodedPath(list), NOTHING, ask));
	}

	/** Goes back to the values that the form began with. */
	reset(): FormChanges {
		return this.#tell(this.#edit(NOTHING, NOTHING, RESET));
	}

	/** Marks a field as visited, as a form does when its input loses the focus. */
	touch(path: FieldPath<A>): void {
		granted(this.#session.edit(encodedPath(path), NOTHING, TOUCH));
	}

	/** Whether a field is marked as visited. */
	touched(path: FieldPath<A>): boolean {
		const field = encodedPath(path);
		return this.#session.form.touched(writeInput(field));
	}

	/** Whether a field's value, or without a path anything, differs from the card's or from the initial one. */
	dirty(path: FieldPath<A> = []): boolean {
		const field = encodedPath(path);
		return this.#session.form.dirty(writeInput(field));
	}

	/** All that is known about a field, now. */
	field(path: FieldPath<A>): FieldState {
		const field = encodedPath(path);
		const state = readFieldState(granted(this.#session.form.field(writeInput(field))));
		return inWords(state, this.#words);
	}

	/** All issues of the value, in document order: those that `validate` finds. */
	issues(): Issue[] {
		return withMessages(responseOf(this.#session.form.issues()).list(readIssue), this.#words);
	}

	/** The top-level fields that differ from the card's or from the initial ones. */
	changes(): FieldChange[] {
		return responseOf(this.#session.form.changes()).list(readFieldChange);
	}

	/** The whole value, valid or not. */
	value(): Partial<Payload<A>> {
		return JSON.parse(textOf(this.#session.form.value())) as Partial<Payload<A>>;
	}

	/** What is to be sent: with a card only what the user changed. */
	patch(): Partial<Payload<A>> {
		return JSON.parse(textOf(this.#session.form.patch())) as Partial<Payload<A>>;
	}

	/** The validation of what is to be sent. */
	validate(): Validation<A> {
		const { body, issues } = readFormReport(responseOf(this.#session.form.validate()));
		return validationWithMessages(validationOf(body, issues), this.#words) as Validation<A>;
	}

	/** The request that carries what is to be sent. Throws a ValidationError. */
	prepare(options: RequestOptions<A>): PreparedRequest {
		const request = coreRequest(readRequestOptions(options, operationOf(this.#api)));
		const { form } = this.#session;
		return PreparedRequest.of(form.prepare(writeInput(request)), this.#words, this.#api);
	}

	/**
	 * Calls the listener after every edit, until the returned function is called.
	 *
	 * A listener may edit the form itself: its edit is made and told at once, before other listeners are told of the one
	 * that it was called for. Listeners that never stop get an Error after 50 edits inside of one another.
	 */
	subscribe(listener: FormListener): () => void {
		if (typeof listener !== "function") {
			throw new TypeError(`subscribe takes a function to call after every edit, not ${kindOf(listener)}`);
		}
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Frees the form's memory. The form cannot be used afterwards; to dispose of it again does nothing. */
	dispose(): void {
		this.#listeners.clear();
		this.#session.dispose();
	}

	/** The same, for `using`. */
	[Symbol.dispose](): void {
		this.dispose();
	}

	/** Makes an edit. Throws an Error if listeners go on and on editing. */
	#edit(field: Uint8Array, value: Uint8Array, ask: Ask): number {
		if (this.#telling === MAX_TELLING) {
			throw new Error(
				`the listeners of a CardForm made ${MAX_TELLING} edits, each on being told of the one before: a listener must stop when nothing is left to change`,
			);
		}
		return this.#session.edit(field, value, ask);
	}

	/** Reads the changes that the edit responded that returned that. */
	#tell(returned: number): FormChanges {
		const changes = readFormChanges(granted(returned));
		let told: FormChanges;
		try {
			told = changesInWords(changes, this.#words);
		} catch (error) {
			// The edit is made all the same, so the listeners are told, in the package's words.
			this.#call(changes);
			throw error;
		}
		this.#call(told);
		return told;
	}

	#call(told: FormChanges): void {
		this.#telling += 1;
		try {
			for (const listener of this.#listeners) {
				listener(told);
			}
		} finally {
			this.#telling -= 1;
		}
	}
}

/** More edits inside of one another are not made: listeners that set each other's fields would never end. */
const MAX_TELLING = 50;

const ENTER: Ask = (form, input) => form.enter(input);
const REMOVE: Ask = (form, input) => form.remove(input);
const RESET: Ask = (form) => form.reset();

/** No list is so long that a larger index could be one of its items. */
const MAX_INDEX = 2 ** 32 - 1;

/** An index, which the module would make of any other value, too. */
function wholeIndex(index: unknown): number {
	if (!Number.isInteger(index) || (index as number) < 0) {
		throw new TypeError(`the index of an item is a whole number from 0 on, not ${describe(index)}`);
	}
	return Math.min(index as number, MAX_INDEX);
}

/** Reads a response that may be a refusal, which is thrown. */
function granted(returned: number): Reader {
	const reader = responseOf(returned);
	if (outcomeOf(returned) === Outcome.Refused) {
		const { message, ...why } = readFormRefusal(reader);
		throw new FormError(message, why);
	}
	return reader;
}

function changesInWords(changes: FormChanges, words: MessageOf | undefined): FormChanges {
	return words === undefined
		? changes
		: {
				appeared: withMessages(changes.appeared, words),
				changed: withMessages(changes.changed, words),
				gone: withMessages(changes.gone, words),
				truncated: changes.truncated,
				fields: changes.fields.map((state) => inWords(state, words)),
			};
}

function inWords(state: FieldState, words: MessageOf | undefined): FieldState {
	return words === undefined ? state : { ...state, issues: withMessages(state.issues, words) };
}
