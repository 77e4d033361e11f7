/** The form session behind the page: one CardForm at a time, and who is told of what happens to it. */

/** How many replacements can be undone. */
const UNDONE = 20;

export class Session {
	#form;
	#card;
	#endpoint;
	#sample;
	#past = new Map();
	#listeners = [];

	/** Whether all issues are to be told plainly, also those of fields that nobody visited yet. */
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

	/** What functions of the package are told about the endpoint and the language. */
	get about() {
		return { api: this.#endpoint.api, locale: this.locale };
	}

	/** The card as the query API returned it, if it is known. */
	get card() {
		return this.#card;
	}

	/** Whether there is something before the last replacement to go back to. */
	get canUndo() {
		return this.#replaced.length > 0;
	}

	/** The whole of it, to go back to. `sample` is the name of the sample that it is, as long as nobody has edited it. */
	get draft() {
		return { value: this.#form.value(), card: this.#card, strict: this.strict, sample: this.#sample };
	}

	/**
	 * Listens: `edit(changes)` after an edit, `timed(timing)` how long that took, `open()` when all is new, `endpoint()` when
	 * even the fields are others, `touch(pointer)` after a visit.
	 */
	listen(listener) {
		this.#listeners.push(listener);
	}

	/**
	 * Begins anew with an update, laid over the card that it is compared with. Throws if the values cannot be read. What was
	 * there can be had back.
	 */
	open({ value = {}, card = this.#card, strict = false, sample }) {
		const form = card === undefined ? this.#filled(value) : this.#newForm({ current: card, initial: value });
		this.#replaced.push(this.draft);
		this.#replaced.splice(0, this.#replaced.length - UNDONE);
		this.#begin(form, { card, strict, sample });
		this.#tell("open");
	}

	/** Goes back to what was there before the last replacement. */
	undo() {
		this.restore(this.#replaced.pop());
	}

	/** Holds just what a draft holds. */
	restore({ value, card, ...rest }) {
		this.#begin(this.#filled(value, card), { card, ...rest });
		this.#tell("open");
	}

	/** Goes over to another endpoint, with a draft to begin with there. */
	change(endpoint, { value, card, ...rest }) {
		this.#endpoint = endpoint;
		this.#begin(this.#filled(value, card), { card, ...rest });
		this.#tell("endpoint");
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

	/** A form that holds nothing but a value, whatever the card has. */
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
