import { h } from "../dom/element.js";
import { ACTIONS, CALLERS, endpointFor } from "../endpoints/index.js";
import { t } from "../i18n/index.js";

/** The choice of an endpoint in merchants' words: product and action. */
export class Choice {
	#session;
	#root;
	#choose;
	#hint = h("p", { className: "choice-hint" });
	#callers = new Map();
	#actions = new Map();

	/** `choose(endpoint)` is called with the chosen endpoint, and fulfils when the page has switched. */
	constructor(session, root, choose) {
		this.#session = session;
		this.#root = root;
		this.#choose = choose;
	}

	/** Builds everything in the language of the page. */
	build() {
		const caller = ({ caller, product, who }) =>
			this.#segment(this.#callers, "caller", caller, [
				h("strong", { textContent: t(product) }),
				h("small", { textContent: t(who) }),
			]);
		const action = ({ action, text }) => this.#segment(this.#actions, "action", action, [t(text)]);
		this.#root.replaceChildren(
			radios("callers", t("whose"), CALLERS.map(caller)),
			radios("actions", t("what"), ACTIONS.map(action)),
			this.#hint,
		);
		this.draw();
	}

	/** Shows the current choice. */
	draw() {
		const { caller, action, request } = this.#session.endpoint;
		for (const [name, input] of this.#callers) {
			input.checked = name === caller;
		}
		for (const [name, input] of this.#actions) {
			input.checked = name === action;
			input.disabled = endpointFor(caller, name) === undefined;
		}
		const { hint } = CALLERS.find((one) => one.caller === caller);
		this.#hint.replaceChildren(h("code", { textContent: request }), " ", h("span", { textContent: t(hint) }));
	}

	#segment(inputs, name, value, content) {
		const input = h("input", { type: "radio", name, value, onchange: () => this.#take() });
		inputs.set(value, input);
		return h("label", { className: "segment" }, input, h("span", {}, ...content));
	}

	async #take() {
		const caller = chosen(this.#callers);
		const action = chosen(this.#actions);
		try {
			await this.#choose(endpointFor(caller, action) ?? endpointFor(caller, "update"));
		} finally {
			this.draw();
		}
	}
}

function chosen(inputs) {
	return [...inputs].find(([, input]) => input.checked)[0];
}

function radios(className, label, segments) {
	return h(
		"div",
		{ className: `segments ${className}`, role: "radiogroup", "aria-label": label },
		...segments,
	);
}
