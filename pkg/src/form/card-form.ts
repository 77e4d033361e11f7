/// <reference lib="esnext.disposable" preserve="true" />

import { core } from "../core.js";
import { coreOptions } from "../core-options.js";
import type { CoreChanges, CoreFieldState, CoreForm } from "../generated/membercard.js";
import { writeHostValue } from "../host-value.js";
import { inOwnWords, type OwnWords, readOwnWords } from "../issues/own-words.js";
import { validationInOwnWords } from "../issues/validation-in-own-words.js";
import { post } from "../mailbox.js";
import type { RequestOptions, ValidateOptions } from "../options.js";
import { PreparedRequest } from "../prepared-request.js";
import { readRequestOptions } from "../read-options.js";
import type { CardUpdate, Issue, Locale, Validation } from "../types.js";
import { encoder } from "../utf8.js";
import { validation } from "../validation.js";
import { type FieldPath, steps } from "./field-path.js";
import { readHostText } from "./host-text.js";
import type { FieldChange, FieldState, FormChanges } from "./types.js";

/** What a form begins with, and what it validates against. */
export interface CardFormOptions extends ValidateOptions {
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
 * appeared[0].message; // "Card name may have at most 10 characters, now 12"
 * form.field("title").remaining; // -2
 * form.set("title", "新会员卡");
 * form.patch(); // { title: "新会员卡" }
 * form.dispose();
 * ```
 */
export class CardForm implements Disposable {
	readonly #form: CoreForm;
	readonly #words: OwnWords | undefined;
	readonly #listeners = new Set<FormListener>();

	constructor(options: CardFormOptions = {}) {
		const read = coreOptions(options);
		this.#words = readOwnWords(options);
		const { initial } = options;
		const { CoreForm } = core();
		const text = initial === undefined ? new Uint8Array() : encoder.encode(writeHostValue(initial));
		post(text, read);
		this.#form = new CoreForm(text.length, read.extras.length, read.flags, read.now);
	}

	/** The language of messages and reasons from now on: a form keeps its state when its page changes the language. */
	set locale(locale: Locale) {
		this.#form.locale = locale;
	}

	/** Gives a field a value; `undefined` removes it. Throws an Error if the path leads nowhere. */
	set(path: FieldPath, value: unknown): FormChanges {
		const field = steps(path);
		return this.#tell(
			value === undefined ? this.#form.remove(field) : this.#form.set(field, writeHostValue(value)),
		);
	}

	/** Gives a field the value that a text typed into its input stands for: a number for an integer, nothing for "". */
	enter(path: FieldPath, text: string): FormChanges {
		return this.#tell(this.#form.enter(steps(path), text));
	}

	/** Removes a field, or an item of a list. */
	remove(path: FieldPath): FormChanges {
		return this.#tell(this.#form.remove(steps(path)));
	}

	/** Inserts an item into a list, before the one with that index. */
	insert(list: FieldPath, index: number, value: unknown): FormChanges {
		return this.#tell(this.#form.insert(steps(list), index, writeHostValue(value)));
	}

	/** Moves an item of a list to another index. */
	move(list: FieldPath, from: number, to: number): FormChanges {
		return this.#tell(this.#form.move_item(steps(list), from, to));
	}

	/** Goes back to the values that the form began with. */
	reset(): FormChanges {
		return this.#tell(this.#form.reset());
	}

	/** Marks a field as visited, as a form does when its input loses the focus. */
	touch(path: FieldPath): void {
		this.#form.touch(steps(path));
	}

	/** Whether a field is marked as visited. */
	touched(path: FieldPath): boolean {
		return this.#form.touched(steps(path));
	}

	/** Whether a field's value, or without a path anything, differs from the card's or from the initial one. */
	dirty(path: FieldPath = []): boolean {
		return this.#form.dirty(steps(path));
	}

	/** All that is known about a field, now. */
	field(path: FieldPath): FieldState {
		return fieldState(this.#form.field(steps(path)), this.#words);
	}

	/** All issues of the value, in document order: those that `validate` finds. */
	issues(): Issue[] {
		return inOwnWords(this.#form.issues(), this.#words);
	}

	/** The top-level fields that differ from the card's or from the initial ones. */
	changes(): FieldChange[] {
		return this.#form.changes().map(({ pointer, sent, before, after }) => ({
			pointer,
			sent,
			before: before === undefined ? undefined : JSON.parse(before),
			after: after === undefined ? undefined : readHostText(after),
		}));
	}

	/** The whole value, valid or not. */
	value(): CardUpdate {
		return readHostText(this.#form.value()) as CardUpdate;
	}

	/** What is to be sent: with a card only what the user changed. */
	patch(): CardUpdate {
		return readHostText(this.#form.patch()) as CardUpdate;
	}

	/** The validation of what is to be sent. */
	validate(): Validation {
		return validationInOwnWords(validation(this.#form.report()), this.#words);
	}

	/** The request that carries what is to be sent. Throws a ValidationError. */
	prepare(options: RequestOptions): PreparedRequest {
		const request = readRequestOptions(options);
		return PreparedRequest.of(() => this.#form.prepare(request), this.#words);
	}

	/** Calls the listener after every edit, until the returned function is called. */
	subscribe(listener: FormListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Frees the form's memory. The form cannot be used afterwards. */
	dispose(): void {
		this.#listeners.clear();
		this.#form.free();
	}

	/** The same, for `using`. */
	[Symbol.dispose](): void {
		this.dispose();
	}

	/** From `CoreChanges` as JSON text. */
	#tell(text: string): FormChanges {
		const changes: CoreChanges = JSON.parse(text);
		let told: FormChanges;
		try {
			told = formChanges(changes, this.#words);
		} catch (error) {
			// The edit is made all the same, so the listeners are told, in the package's words.
			this.#call(formChanges(changes, undefined));
			throw error;
		}
		this.#call(told);
		return told;
	}

	#call(told: FormChanges): void {
		for (const listener of this.#listeners) {
			listener(told);
		}
	}
}

function formChanges(
	{ appeared, changed, gone, fields }: CoreChanges,
	words: OwnWords | undefined,
): FormChanges {
	return {
		appeared: inOwnWords(appeared, words),
		changed: inOwnWords(changed, words),
		gone: inOwnWords(gone, words),
		fields: fields.map((state) => fieldState(state, words)),
	};
}

function fieldState(state: CoreFieldState, words: OwnWords | undefined): FieldState {
	const { value, issues } = state;
	return {
		...state,
		value: value === undefined ? undefined : readHostText(value),
		issues: inOwnWords(issues, words),
	};
}
