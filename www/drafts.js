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
	at({ api, family }) {
		const draft = this.#kept.drafts?.[api];
		return draft && { ...draft, card: this.#kept.cards?.[family] };
	}

	#write() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const { endpoint, draft } = this.#session;
		const { card, ...rest } = draft;
		this.#kept = {
			api: endpoint.api,
			drafts: { ...this.#kept.drafts, [endpoint.api]: rest },
			cards: { ...this.#kept.cards, [endpoint.family]: card },
			values: this.values,
		};
		try {
			sessionStorage.setItem(KEY, JSON.stringify(this.#kept));
		} catch {
			// Nothing is kept where storage is not allowed, or full.
		}
	}
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
