/** What was typed, at each endpoint: kept for as long as the tab lives, so that neither a reload nor a choice loses it. */

const KEY = "wechatpay-membercard.draft";
/** How long typing must rest before it is written down. */
const PAUSE = 250;

export class Drafts {
	#session;
	#kept = read();
	#timer;
	/** What the present endpoint began with when it was chosen. */
	#cameWith;

	/** What else is to be kept: the values of a request. */
	values;

	constructor(session) {
		this.#session = session;
		this.values = this.#kept.values ?? {};
	}

	/** Keeps what the session holds from now on. */
	begin() {
		const later = () => this.later();
		const came = () => {
			this.#cameWith = JSON.stringify(this.#session.draft.value);
		};
		this.#session.listen({ edit: later, open: later, endpoint: came });
		addEventListener("pagehide", () => this.#timer !== undefined && this.#write());
	}

	/** Writes everything down, once it rests. */
	later() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#write(), PAUSE);
	}

	/** What was typed at an endpoint; nothing, if nobody was there. */
	at({ api, family, action }) {
		const draft = this.#kept.drafts?.[api];
		return draft && { ...draft, card: action === "create" ? undefined : this.#kept.cards?.[family] };
	}

	/**
	 * What to begin with at another endpoint: what was typed there, and over it what has been typed at the present one
	 * for its fields. Nothing, if nobody has typed at either.
	 */
	carriedTo(next) {
		this.#write();
		const { endpoint, draft } = this.#session;
		const before = this.at(next);
		// What only passes through another family is not translated again, over what was typed there since.
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
			// Whoever creates a card has none to compare with; that of the update stays.
			cards: action === "create" ? this.#kept.cards : { ...this.#kept.cards, [family]: card },
			values: this.values,
		};
		try {
			sessionStorage.setItem(KEY, JSON.stringify(this.#kept));
		} catch {
			// Nothing is kept where storage is not allowed, or full.
		}
	}
}

/**
 * What a value has for the fields of another endpoint, and those of them that it speaks for. Nothing, if no field
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

/** The same for a card of an older family, which the package of the newer one translates. */
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
