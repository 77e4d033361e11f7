import { core } from "../bridge/core.js";
import { flagsOfLocale, outcomeOf, responseOf, writeInput } from "../bridge/protocol.js";
import type { Locale } from "../bridge/types.js";
import type { CoreForm } from "../generated/membercard.js";
import { Outcome, readFormSnapshot } from "../generated/records.js";
import { type CoreOptions, callWithOptions, inLocale } from "../validate/core-options.js";
import { encodedPath } from "./encoded-path.js";

/** Calls the module's form to make an edit. `input` is the length of the input: a path and a value. */
export type EditCall = (form: CoreForm, input: number) => number;

/** An edit, to be repeated after a fault. */
interface Edit {
	readonly field: Uint8Array;
	/** An encoded value, or the text that was entered. */
	readonly value: Uint8Array;
	readonly call: EditCall;
}

/** More edits are replaced by a snapshot, which limits the memory to keep them and the time to repeat them. */
const MAX_EDITS = 64;

export const NO_BYTES = new Uint8Array();
export const SET: EditCall = (form, input) => form.set(input);
export const TOUCH: EditCall = (form, input) => form.touch(input);
/** The payload itself. */
const ROOT = encodedPath([]);

/**
 * The module's form. After a fault of the module it is recreated on the new instance: from its initial value and its
 * edits.
 */
export class FormSession {
	readonly #initial: Uint8Array;
	#options: CoreOptions;
	#edits: Edit[] = [];
	/** The functions of the form's instance. */
	#core: ReturnType<typeof core>;
	#form: CoreForm | undefined;

	/** `initial` is an encoded value, or empty. */
	constructor(initial: Uint8Array, options: CoreOptions) {
		this.#initial = initial;
		this.#options = options;
		this.#core = core();
		this.#form = this.#create();
	}

	/** The form, on the running instance. Throws an Error after `dispose`. */
	get form(): CoreForm {
		if (this.#form === undefined) {
			throw new Error("this CardForm was disposed of and cannot be used any more");
		}
		const running = core();
		if (running !== this.#core) {
			this.#form = this.#recreate();
			this.#core = running;
		}
		return this.#form;
	}

	/**
	 * Makes an edit, and keeps it for recreating the form. Returns what the module returned; the module may refuse the
	 * edit.
	 */
	edit(field: Uint8Array, value: Uint8Array, call: EditCall): number {
		const { form } = this;
		if (this.#edits.length >= MAX_EDITS) {
			this.#edits = snapshotEdits(form);
		}
		// Kept before the call: a stack overflow right after it must not lose the edit.
		this.#edits.push({ field, value, call });
		let isMade = false;
		try {
			const returned = call(form, writeInput(field, value));
			isMade = outcomeOf(returned) === Outcome.Done;
			return returned;
		} finally {
			if (!isMade) {
				this.#edits.length -= 1;
			}
		}
	}

	/** Sets the language of messages and reasons. */
	setLocale(locale: Locale): void {
		this.form.set_locale(flagsOfLocale(locale));
		this.#options = inLocale(this.#options, locale);
	}

	/** Frees the form's memory. */
	dispose(): void {
		this.#form?.free();
		this.#form = undefined;
	}

	#create(): CoreForm {
		const { CoreForm } = core();
		return callWithOptions((...about) => new CoreForm(...about), this.#initial, this.#options);
	}

	#recreate(): CoreForm {
		const form = this.#create();
		for (const edit of this.#edits) {
			edit.call(form, writeInput(edit.field, edit.value));
		}
		return form;
	}
}

/** Edits that turn the initial form into the current one. */
function snapshotEdits(form: CoreForm): Edit[] {
	const { value, touched } = readFormSnapshot(responseOf(form.snapshot()));
	return [
		{ field: ROOT, value, call: SET },
		...touched.map(({ path }) => ({ field: encodedPath(path), value: NO_BYTES, call: TOUCH })),
	];
}
