import { core } from "../bridge/core.js";
import { outcomeOf, post } from "../bridge/mailbox.js";
import { Reader } from "../bridge/reader.js";
import type { Locale } from "../bridge/types.js";
import { encoder, keep } from "../bridge/utf8.js";
import { CoreOutcome } from "../generated/glue.js";
import type { CoreForm } from "../generated/membercard.js";
import { ask, type CoreOptions, inLocale } from "../validate/core-options.js";
import { encodedPath } from "./encoded-path.js";

/** Asks the module's form for an edit, of a field and with a text that were posted and are so long. Returns its answer. */
export type Ask = (form: CoreForm, field: number, text: number) => number;

/** An edit that was made. */
interface Edit {
	readonly field: Uint8Array;
	readonly text: Uint8Array;
	readonly ask: Ask;
}

/** More edits are summed up, so that keeping them takes little memory, and making them again little time. */
const MOST_EDITS = 64;

export const NOTHING = new Uint8Array();
export const SET: Ask = (form, field, text) => form.set(field, text);
export const TOUCH: Ask = (form, field) => form.touch(field);

/**
 * The module's form. After a fault it is made anew, as it was, on the instance of the module that runs then: from what it
 * began with, and its edits since.
 */
export class FormSession {
	readonly #initial: Uint8Array;
	#options: CoreOptions;
	#edits: Edit[] = [];
	/** The functions of the instance that the form belongs to. */
	#core: ReturnType<typeof core>;
	#form: CoreForm | undefined;

	/** Begins with a text in host notation, or without one if it is empty. */
	constructor(initial: Uint8Array, options: CoreOptions) {
		this.#initial = keep(initial);
		this.#options = options;
		this.#core = core();
		this.#form = this.#begun();
	}

	/** The form, on the instance that runs. Throws an Error if it was disposed of. */
	get form(): CoreForm {
		if (this.#form === undefined) {
			throw new Error("this CardForm was disposed of and cannot be used any more");
		}
		const running = core();
		if (running !== this.#core) {
			this.#form = this.#begunAnew();
			this.#core = running;
		}
		return this.#form;
	}

	/** Makes an edit of a field, with a text. Returns the answer, which may refuse it. */
	edit(field: Uint8Array, text: Uint8Array, ask: Ask): number {
		const { form } = this;
		if (this.#edits.length >= MOST_EDITS) {
			this.#edits = summary(form);
		}
		// Before it is made: even where the stack ends right behind it, it is not lost.
		this.#edits.push({ field, text: keep(text), ask });
		let isMade = false;
		try {
			post(field, text);
			const answer = ask(form, field.length, text.length);
			isMade = outcomeOf(answer) === CoreOutcome.Made;
			return answer;
		} finally {
			if (!isMade) {
				this.#edits.length -= 1;
			}
		}
	}

	/** Tells issues and reasons in another language from now on. */
	speak(locale: Locale): void {
		this.form.speak(locale === "en");
		this.#options = inLocale(this.#options, locale);
	}

	/** Frees the form's memory. */
	dispose(): void {
		this.#form?.free();
		this.#form = undefined;
	}

	#begun(): CoreForm {
		const { CoreForm } = core();
		return ask((...about) => new CoreForm(...about), this.#initial, this.#options);
	}

	#begunAnew(): CoreForm {
		const form = this.#begun();
		for (const edit of this.#edits) {
			post(edit.field, edit.text);
			edit.ask(form, edit.field.length, edit.text.length);
		}
		return form;
	}
}

/** The edits that make of a form's beginning what it is now. */
function summary(form: CoreForm): Edit[] {
	const reader = new Reader(form.snapshot());
	const value = encoder.encode(reader.text());
	const touched = reader.list((fields) => fields.place().path);
	return [
		{ field: NOTHING, text: value, ask: SET },
		...touched.map((path) => ({ field: encodedPath(path), text: NOTHING, ask: TOUCH })),
	];
}
