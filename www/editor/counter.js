import { announce } from "../dom/announce.js";
import { h, setAttribute, setText } from "../dom/element.js";
import { t } from "../i18n/index.js";

/** The counter warns when less than a tenth of the limit is left. */
const NEAR = 0.1;

/** Shows how much of a limit is used. */
export class Counter {
	#severity;
	#state = "";

	constructor(id, severity) {
		this.#severity = severity;
		this.element = h("span", { className: "counter", id, hidden: true });
	}

	/** Shows the count of a field. Announces it when a typing user comes near the limit. */
	show({ count, limit, remaining, unit, graphemes }, isTyping) {
		const isThere = count !== undefined && limit !== undefined;
		this.element.hidden = !isThere;
		if (!isThere) {
			return;
		}
		const kind = unit === "item" ? "Items" : "";
		const counter = t(count === 0 ? `counterEmpty${kind}` : `counter${kind}`, { count, limit });
		const differs = graphemes !== undefined && graphemes !== count;
		setText(this.element, differs ? t("counterVisible", { counter, n: graphemes }) : counter);
		const isNear = unit === "character" && count > 0 && remaining <= limit * NEAR;
		const state = remaining < 0 ? this.#severity : isNear ? "near" : undefined;
		setAttribute(this.element, "data-state", state);
		if (isTyping && unit === "character" && (state !== undefined || this.#state !== state)) {
			announce(
				remaining < 0 ? t("charactersOver", { n: -remaining }) : t("charactersLeft", { n: remaining }),
			);
		}
		this.#state = state;
	}
}
