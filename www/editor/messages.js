import { textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { fixOf } from "./fixes.js";

/** The issues of a field, with their fixes. */
export class Messages {
	#session;
	#focus;
	#shown = "";

	/** `focus` moves the focus after a fix has removed the issue and its button. */
	constructor(session, id, focus) {
		this.#session = session;
		this.#focus = focus;
		this.element = h("ul", { className: "messages", id, hidden: true });
	}

	/** Shows issues; less prominently while the user is still in the field. Returns whether there are any. */
	show(issues, isPlain) {
		const key = JSON.stringify([isPlain, issues]);
		if (key !== this.#shown) {
			this.#shown = key;
			const value = issues.length > 0 ? this.#session.form.value() : undefined;
			this.element.replaceChildren(...issues.map((issue) => this.#item(issue, value, isPlain)));
			this.element.hidden = issues.length === 0;
		}
		return issues.length > 0;
	}

	#item(issue, value, isPlain) {
		const { severity, code, message } = issue;
		const fix = fixOf(issue, value);
		return h(
			"li",
			{ className: `message ${severity}${isPlain ? "" : " calm"}`, "data-code": code },
			icon(severity),
			h("span", { className: "visually-hidden", textContent: t(severity) }),
			h(
				"span",
				{ className: "message-content" },
				h("span", { className: "message-text", textContent: message }),
				fix &&
					textButton({
						text: t(...fix.text),
						className: "button link small",
						onclick: () => this.#apply(fix),
					}),
			),
		);
	}

	#apply({ edits }) {
		for (const { remove, set, value } of edits) {
			if (remove === undefined) {
				this.#session.set(set, value);
			} else {
				this.#session.remove(remove);
			}
		}
		this.#focus();
	}
}
