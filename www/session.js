/** The form session of the page: one CardForm at a time, with listeners. */

/** How many replacements can be undone. */
const MAX_UNDO = 20;

export class Session {
	#form;
	#card;
	#endpoint;
	#sample;
	#past = new Map();
	#listeners = [];

	/** Whether issues are shown prominently at all fields, not only at visited ones. */
	strict = false;

	/** `endpoint` is what `load` returned. */
	constructor(locale, endpoint) {
		this.locale = locale;
		this.#endpoint = endpoint;
		this.#form = this.#newForm({});
	}

	get form() {
		return this.#form;
	}

	/** The endpoint, with the package's `entry` for it. */
	get endpoint() {
		return this.#endpoint;
	}

	/** The package, as a page loads it for this endpoint. */
	get entry() {
		return this.#endpoint.entry;
	}

	/** The options `api` and `locale` for functions of the package. */
	get about() {
		return { api: this.#endpoint.api, locale: this.locale };
	}

	/** The card as the query API returned it, if known. */
	get card() {
		return this.#card;
	}

	/** Whether a replacement can be undone. */
	get canUndo() {
		return this.#replaced.length > 0;
	}

	/** The whole state as a draft. `sample` is the name of the loaded sample, until it is edited. */
	get draft() {
		return { value: this.#form.value(), card: this.#card, strict: this.strict, sample: this.#sample };
	}

	/**
	 * Adds a listener: `edit(changes)` after an edit, `timed(timing)` with its duration, `open()` after a replacement,
	 * `endpoint()` after a change of endpoint, `touch(pointer)` after a visit.
	 */
	listen(listener) {
		this.#listeners.push(listener);
	}

	/**
	 * Replaces the update. It is laid over the card that it is compared with. Throws if the values cannot be read. Can be
	 * undone.
	 */
	open({ value = {}, card = this.#card, strict = false, sample }) {
		const form = card === undefined ? this.#filled(value) : this.#newForm({ current: card, initial: value });
		this.#replaced.push(this.draft);
		this.#replaced.splice(0, this.#replaced.length - MAX_UNDO);
		this.#begin(form, { card, strict, sample });
		this.#notify("open");
	}

	/** Undoes the last replacement. */
	undo() {
		this.restore(this.#replaced.pop());
	}

	/** Restores a draft. */
	restore({ value, card, ...rest }) {
		this.#begin(this.#filled(value, card), { card, ...rest });
		this.#notify("open");
	}

	/** Switches to another endpoint and a draft. */
	change(endpoint, { value, card, ...rest }) {
		this.#endpoint = endpoint;
		this.#begin(this.#filled(value, card), { card, ...rest });
		this.#notify("endpoint");
		this.#notify("open");
	}

	/** Sets or removes the card to compare with. The update stays the same. */
	compare(card) {
		const value = this.#form.patch();
		if (card === undefined) {
			this.#card = undefined;
		}
		this.open({ value, card, strict: this.strict });
	}

	/** Changes the language. */
	setLocale(locale) {
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
			this.#notify("touch", pointer);
		}
	}

	/** The state of a field; `undefined` if its parent cannot contain it. */
	field(pointer) {
		try {
			return this.#form.field(pointer);
		} catch {
			return undefined;
		}
	}

	/** Whether issues of a field are shown prominently. */
	isPlain(pointer) {
		return this.strict || this.#form.touched(pointer);
	}

	get #replaced() {
		const { api } = this.#endpoint;
		if (!this.#past.has(api)) {
			this.#past.set(api, []);
		}
		return this.#past.get(api);
	}

	#newForm(options) {
		return new this.entry.CardForm({ ...this.about, ...options });
	}

	/** A form with this value only, also if the card has more. */
	#filled(value, card) {
		const form = this.#newForm({ current: card });
		form.set([], value);
		return form;
	}

	#begin(form, { card, strict = false, sample }) {
		this.#form.dispose();
		this.#form = form;
		this.#card = card;
		this.strict = strict;
		this.#sample = sample;
	}

	#edit(edit) {
		this.#sample = undefined;
		const begin = performance.now();
		const changes = edit(this.#form);
		const checked = performance.now();
		this.#notify("edit", changes);
		this.#notify("timed", { check: checked - begin, draw: performance.now() - checked });
		return changes;
	}

	#notify(event, ...args) {
		for (const listener of this.#listeners) {
			listener[event]?.(...args);
		}
	}
}
