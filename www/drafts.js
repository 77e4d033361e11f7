/** What was typed, at each endpoint: kept for as long as the tab lives, so that neither a reload nor a choice loses it. */

const KEY = "wechatpay-membercard.draft";
/** How long typing must rest before it is written down. */
const PAUSE = 250;

export class Drafts {
	#session;
	#kept = read();
	#timer;

	/** What else is to be kept: the values of a request. */
	values;

	constructor(session) {
		this.#session = session;
		this.values = this.#kept.values ?? {};
	}

	/** Keeps what the session holds from now on. */
	begin() {
		const later = () => this.later();
		this.#session.listen({ edit: later, open: later });
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
	 * What to begin with at another endpoint: what was typed there, and what its fields have in common with those of the
	 * present one, as they are now. Nothing, if nobody has typed at either.
	 */
	carriedTo(next) {
		this.#write();
		const { endpoint, draft } = this.#session;
		const before = this.at(next);
		if (draft.sample !== undefined || next.family !== endpoint.family) {
			return before;
		}
		const theirs = topFieldsOf(next);
		const common = new Set(topFieldsOf(endpoint).filter((key) => theirs.includes(key)));
		return {
			card: next.action === "create" ? undefined : this.#kept.cards?.[next.family],
			strict: draft.strict,
			value: {
				...pick(before?.value ?? {}, (key) => !common.has(key)),
				...pick(draft.value, (key) => common.has(key)),
			},
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
