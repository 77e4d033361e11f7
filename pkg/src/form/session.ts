import { core } from "../bridge/core.js";
import { flagsOfLocale, outcomeOf, responseOf, writeInput } from "../bridge/protocol.js";
import type { Locale } from "../bridge/types.js";
import type { CoreForm } from "../generated/membercard.js";
import { Outcome, readFormSnapshot } from "../generated/records.js";
import { ask, type CoreOptions, inLocale } from "../validate/core-options.js";
import { encodedPath } from "./encoded-path.js";

/** Asks the module's form for an edit: the input is a field and what it is given, and so long. Returns what it returned. */
export type Ask = (form: CoreForm, input: number) => number;

/** An edit that was made. */
interface Edit {
	readonly field: Uint8Array;
	/** An encoded value, or the text that was entered. */
	readonly value: Uint8Array;
	readonly ask: Ask;
}

/** More edits are summed up, so that keeping them takes little memory, and making them again little time. */
const MOST_EDITS = 64;

export const NOTHING = new Uint8Array();
export const SET: Ask = (form, input) => form.set(input);
export const TOUCH: Ask = (form, input) => form.touch(input);
/** The payload itself. */
const ROOT = encodedPath([]);

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

	/** Begins with an encoded value, or without one if it is empty. */
	constructor(initial: Uint8Array, options: CoreOptions) {
		this.#initial = initial;
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

	/** Makes an edit of a field, with a value, which is kept. Returns what the module returned, which may refuse it. */
	edit(field: Uint8Array, value: Uint8Array, ask: Ask): number {
		const { form } = this;
		if (this.#edits.length >= MOST_EDITS) {
			this.#edits = summary(form);
		}
		// Before it is made: even where the stack ends right behind it, it is not lost.
		this.#edits.push({ field, value, ask });
		let isMade = false;
		try {
			const returned = ask(form, writeInput(field, value));
			isMade = outcomeOf(returned) === Outcome.Done;
			return returned;
		} finally {
			if (!isMade) {
				this.#edits.length -= 1;
			}
		}
	}

	/** The language of messages and reasons from now on. */
	setLocale(locale: Locale): void {
		this.form.set_locale(flagsOfLocale(locale));
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
			edit.ask(form, writeInput(edit.field, edit.value));
		}
		return form;
	}
}

/** The edits that make of a form's beginning what it is now. */
function summary(form: CoreForm): Edit[] {
	const { value, touched } = readFormSnapshot(responseOf(form.snapshot()));
	return [
		{ field: ROOT, value, ask: SET },
		...touched.map(({ path }) => ({ field: encodedPath(path), value: NOTHING, ask: TOUCH })),
	];
}
