/// <reference lib="esnext.disposable" preserve="true" />

import { core } from "../core.js";
import { ask, type CoreOptions, coreOptions } from "../core-options.js";
import { coreRequest } from "../core-request.js";
import type { CoreForm } from "../generated/membercard.js";
import { withHostText } from "../host-value.js";
import { inOwnWords, type OwnWords, readOwnWords } from "../issues/own-words.js";
import { issuesOf, readIssues } from "../issues/read-issues.js";
import { validationInOwnWords } from "../issues/validation-in-own-words.js";
import { type LanguageTag, readLocale } from "../locale.js";
import { answeredText, lengthOf, outcomeOf, post } from "../mailbox.js";
import { optionsObject } from "../option-values.js";
import type { RequestOptions, ValidateOptions } from "../options.js";
import { PreparedRequest } from "../prepared-request.js";
import { readRequestOptions } from "../read-options.js";
import { Reader } from "../reader.js";
import type { CardUpdate, Issue, Validation } from "../types.js";
import { withUtf8 } from "../utf8.js";
import { validationOf } from "../validation.js";
import { encodedPath } from "./encoded-path.js";
import type { FieldPath } from "./field-path.js";
import { readHostText } from "./host-text.js";
import { stateOf } from "./read-state.js";
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
		const given = optionsObject(options);
		const read = coreOptions(given);
		this.#words = readOwnWords(given);
		const { initial } = given;
		this.#form =
			initial === undefined ? begun(NOTHING, read) : withHostText(initial, (text) => begun(text, read));
	}

	/** The language of messages and reasons from now on: a form keeps its state when its page changes the language. */
	set locale(locale: LanguageTag) {
		this.#form.speak(readLocale(locale) === "en");
	}

	/**
	 * Gives a field a value; `undefined` removes it. Where a time is due, a date object (`Date`, dayjs, moment) becomes its
	 * text. Throws an Error if the path leads nowhere, which names the field that may be meant.
	 */
	set(path: FieldPath, value: unknown): FormChanges {
		const field = encodedPath(path);
		if (value === undefined) {
			return this.remove(path);
		}
		return this.#tell(
			withHostText(value, (text) => {
				post(field, text);
				return this.#form.set(field.length, text.length);
			}),
		);
	}

	/** Gives a field the value that a text typed into its input stands for: a number for an integer, nothing for "". */
	enter(path: FieldPath, text: string): FormChanges {
		if (typeof text !== "string") {
			throw new TypeError("enter takes the text of an input; set takes any value");
		}
		const field = encodedPath(path);
		return this.#tell(
			withUtf8(text, (bytes) => {
				post(field, bytes);
				return this.#form.enter(field.length, bytes.length);
			}),
		);
	}

	/** Removes a field, or an item of a list. */
	remove(path: FieldPath): FormChanges {
		return this.#tell(this.#form.remove(posted(path)));
	}

	/** Inserts an item into a list, before the one with that index. */
	insert(list: FieldPath, index: number, value: unknown): FormChanges {
		const field = encodedPath(list);
		return this.#tell(
			withHostText(value, (text) => {
				post(field, text);
				return this.#form.insert(field.length, text.length, index);
			}),
		);
	}

	/** Moves an item of a list to another index. */
	move(list: FieldPath, from: number, to: number): FormChanges {
		return this.#tell(this.#form.move_item(posted(list), from, to));
	}

	/** Goes back to the values that the form began with. */
	reset(): FormChanges {
		return this.#tell(this.#form.reset());
	}

	/** Marks a field as visited, as a form does when its input loses the focus. */
	touch(path: FieldPath): void {
		granted(this.#form.touch(posted(path)));
	}

	/** Whether a field is marked as visited. */
	touched(path: FieldPath): boolean {
		return this.#form.touched(posted(path));
	}

	/** Whether a field's value, or without a path anything, differs from the card's or from the initial one. */
	dirty(path: FieldPath = []): boolean {
		return this.#form.dirty(posted(path));
	}

	/** All that is known about a field, now. */
	field(path: FieldPath): FieldState {
		return inWords(stateOf(granted(this.#form.field(posted(path)))), this.#words);
	}

	/** All issues of the value, in document order: those that `validate` finds. */
	issues(): Issue[] {
		return inOwnWords(readIssues(this.#form.issues()), this.#words);
	}

	/** The top-level fields that differ from the card's or from the initial ones. */
	changes(): FieldChange[] {
		return new Reader(this.#form.changes()).list(changeOf);
	}

	/** The whole value, valid or not. */
	value(): CardUpdate {
		return readHostText(answeredText(this.#form.value())) as CardUpdate;
	}

	/** What is to be sent: with a card only what the user changed. */
	patch(): CardUpdate {
		return readHostText(answeredText(this.#form.patch())) as CardUpdate;
	}

	/** The validation of what is to be sent. */
	validate(): Validation {
		const reader = new Reader(this.#form.report());
		return validationInOwnWords(validationOf(reader.optional(), issuesOf(reader)), this.#words);
	}

	/** The request that carries what is to be sent. Throws a ValidationError. */
	prepare(options: RequestOptions): PreparedRequest {
		const { parts, flags, timestamp } = coreRequest(readRequestOptions(options));
		post(parts);
		return PreparedRequest.of(this.#form.prepare(parts.length, flags, timestamp), this.#words);
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

	/** Reads the changes that an edit answered. */
	#tell(answer: number): FormChanges {
		const changes = changesOf(granted(answer));
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
		for (const listener of this.#listeners) {
			listener(told);
		}
	}
}

const NOTHING = new Uint8Array();

function begun(initial: Uint8Array, options: CoreOptions): CoreForm {
	const { CoreForm } = core();
	return ask((...about) => new CoreForm(...about), initial, options);
}

/** Writes a path where the module finds it, and says how long it is. */
function posted(path: FieldPath): number {
	const field = encodedPath(path);
	post(field);
	return field.length;
}

/** Reads an answer that may be a refusal, which is thrown. */
function granted(answer: number): Reader {
	if (outcomeOf(answer) === core().CoreOutcome.Refused) {
		throw new Error(answeredText(lengthOf(answer)));
	}
	return new Reader(lengthOf(answer));
}

/** `pkg/wasm/src/form/mod.rs` wrote them. */
function changesOf(reader: Reader): FormChanges {
	return {
		appeared: issuesOf(reader),
		changed: issuesOf(reader),
		gone: issuesOf(reader),
		truncated: reader.number() === 1,
		fields: reader.list(stateOf),
	};
}

function changeOf(reader: Reader): FieldChange {
	const pointer = reader.text();
	const before = reader.optional();
	const after = reader.optional();
	return {
		pointer,
		sent: reader.number() === 1,
		before: before === undefined ? undefined : readHostText(before),
		after: after === undefined ? undefined : readHostText(after),
	};
}

function changesInWords(changes: FormChanges, words: OwnWords | undefined): FormChanges {
	return words === undefined
		? changes
		: {
				appeared: inOwnWords(changes.appeared, words),
				changed: inOwnWords(changes.changed, words),
				gone: inOwnWords(changes.gone, words),
				truncated: changes.truncated,
				fields: changes.fields.map((state) => inWords(state, words)),
			};
}

function inWords(state: FieldState, words: OwnWords | undefined): FieldState {
	return words === undefined ? state : { ...state, issues: inOwnWords(state.issues, words) };
}
