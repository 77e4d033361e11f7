/**
 * Drafts for each endpoint. They are kept as long as the tab is open, so that neither a reload nor switching endpoints
 * loses them.
 */

const KEY = "wechatpay-membercard.draft";
/** How long to wait after typing before saving. */
const PAUSE = 250;

export class Drafts {
	#session;
	#kept = read();
	#timer;
	/** The draft that the current endpoint started with. */
	#cameWith;

	/** The values of the request. */
	values;

	constructor(session) {
		this.#session = session;
		this.values = this.#kept.values ?? {};
	}

	/** Starts saving the session. */
	begin() {
		const later = () => this.later();
		const came = () => {
			this.#cameWith = JSON.stringify(this.#session.draft.value);
		};
		this.#session.listen({ edit: later, open: later, endpoint: came });
		addEventListener("pagehide", () => this.#timer !== undefined && this.#write());
	}

	/** Saves everything after a pause. */
	later() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#write(), PAUSE);
	}

	/** The draft of an endpoint, if there is one. */
	at({ api, family, action }) {
		const draft = this.#kept.drafts?.[api];
		return draft && { ...draft, card: action === "create" ? undefined : this.#kept.cards?.[family] };
	}

	/**
	 * The draft to start with at another endpoint: its own draft, overlaid with the values of the current one. `undefined`
	 * if there is neither.
	 */
	carriedTo(next) {
		this.#write();
		const { endpoint, draft } = this.#session;
		const before = this.at(next);
		// An unchanged draft of another family is not translated again, since it would replace newer input.
		const isAsItCame = next.family !== endpoint.family && JSON.stringify(draft.value) === this.#cameWith;
		const isTyped = draft.sample === undefined && !isAsItCame;
		const carried = isTyped ? carry(draft.value, endpoint, next) : undefined;
		if (carried === undefined) {
			return before;
		}
		return {
			card: next.action === "create" ? undefined : this.#kept.cards?.[next.family],
			strict: draft.strict,
			value: { ...pick(before?.value ?? {}, (key) => !carried.fields.includes(key)), ...carried.value },
		};
	}

	#write() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const { endpoint, draft } = this.#session;
		const { card, ...rest } = draft;
		const { api, family, action } = endpoint;
		this.#kept = {
			api,
			drafts: { ...this.#kept.drafts, [api]: rest },
			// A creation has no card to compare with. Keep the one of the update.
			cards: action === "create" ? this.#kept.cards : { ...this.#kept.cards, [family]: card },
			values: this.values,
		};
		try {
			sessionStorage.setItem(KEY, JSON.stringify(this.#kept));
		} catch {
			// Storage is not allowed, or full.
		}
	}
}

/**
 * Translates a value to the fields of another endpoint, and lists the fields that it covers. `undefined` if no field
 * corresponds.
 */
function carry(value, from, to) {
	if (from.family !== to.family) {
		return migrated(value, to);
	}
	const theirs = topFieldsOf(to);
	const fields = topFieldsOf(from).filter((key) => theirs.includes(key));
	return { fields, value: pick(value, (key) => fields.includes(key)) };
}

/** Translates a card of an older family with the package's `migrate`. */
function migrated(value, { entry, api }) {
	if (entry.migrate === undefined) {
		return undefined;
	}
	try {
		const body = JSON.parse(entry.migrate(value, { api }).body);
		return { fields: Object.keys(body), value: body };
	} catch (error) {
		if (error instanceof entry.MigrationError) {
			return undefined;
		}
		throw error;
	}
}

/** The keys of an endpoint's body. */
function topFieldsOf({ entry, api }) {
	return entry.fields({ api }).map(({ path: [key] }) => key);
}

function pick(value, isWanted) {
	return Object.fromEntries(Object.entries(value).filter(([key]) => isWanted(key)));
}

/** The endpoint that was edited last in this tab. */
export function lastApi() {
	return read().api;
}

function read() {
	try {
		return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
	} catch {
		return {};
	}
}
