/** The form session behind the page: one CardForm at a time, and who is told of what happens to it. */

import { CardForm } from "/package/browser.mjs";

export class Session {
	#form;
	#card;
	#listeners = [];

	/** Whether all issues are to be told plainly, also those of fields that nobody visited yet. */
	strict = false;

	constructor(locale) {
		this.locale = locale;
		this.#form = new CardForm({ locale });
	}

	get form() {
		return this.#form;
	}

	/** The card as the query API returned it, if it is known. */
	get card() {
		return this.#card;
	}

	/** Listens: `edit(changes, timing)` after an edit, `open()` when all is new, `touch(pointer)` after a visit. */
	listen(listener) {
		this.#listeners.push(listener);
	}

	/** Begins anew with an update, and with a card to compare it with. Throws if the values cannot be read. */
	open({ value, card = this.#card, strict = false }) {
		const { locale } = this;
		const next = new CardForm({ locale, current: card, initial: card === undefined ? undefined : value });
		if (card === undefined && value !== undefined) {
			// Not as the initial value: without a card, everything is to be sent.
			next.set([], value);
		}
		this.#form.dispose();
		this.#form = next;
		this.#card = card;
		this.strict = strict;
		this.#tell("open");
	}

	/** Compares with a card from now on, or with none; what is to be sent stays. */
	compare(card) {
		const value = this.#form.patch();
		if (card === undefined) {
			this.#card = undefined;
		}
		this.open({ value, card, strict: this.strict });
	}

	/** Tells everything in another language. */
	speak(locale) {
		this.locale = locale;
		this.#form.locale = locale;
	}

	enter(pointer, text) {
		return this.#edit((form) => form.enter(pointer, text));
	}

	set(pointer, value) {
		return this.#edit((form) => form.set(pointer, value));
	}

	remove(pointer) {
		return this.#edit((form) => form.remove(pointer));
	}

	move(pointer, from, to) {
		return this.#edit((form) => form.move(pointer, from, to));
	}

	touch(pointer) {
		if (this.field(pointer) !== undefined && !this.#form.touched(pointer)) {
			this.#form.touch(pointer);
			this.#tell("touch", pointer);
		}
	}

	/** What is known about a field; nothing, if what is around it cannot hold it. */
	field(pointer) {
		try {
			return this.#form.field(pointer);
		} catch {
			return undefined;
		}
	}

	/** Whether issues of a field are to be told plainly. */
	isPlain(pointer) {
		return this.strict || this.#form.touched(pointer);
	}

	#edit(edit) {
		const begin = performance.now();
		const changes = edit(this.#form);
		const judged = performance.now();
		this.#tell("edit", changes);
		this.#tell("timed", { check: judged - begin, draw: performance.now() - judged });
		return changes;
	}

	#tell(event, ...told) {
		for (const listener of this.#listeners) {
			listener[event]?.(...told);
		}
	}
}
