import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";

/** A text box for JSON. It lists issues with line and column; clicking an issue selects its text. */
export class JsonBox {
	#check;
	#locate;
	#text;
	#list = h("ol", { className: "json-issues" });
	#fine = h(
		"p",
		{ className: "json-fine", hidden: true },
		icon("check"),
		h("span", { textContent: t("jsonFine") }),
	);

	/**
	 * `check(text)` returns the issues of a text, `locate(text, issues)` their positions. `onchange(text, issues)` is
	 * called after every edit.
	 */
	constructor({ id, label, check, locate, onchange }) {
		this.#check = check;
		this.#locate = locate;
		this.onchange = onchange;
		this.#text = h("textarea", {
			id,
			className: "input mono json-text-box",
			rows: 12,
			spellcheck: false,
			autocomplete: "off",
			placeholder: t("jsonEmpty"),
			oninput: () => this.#show(),
		});
		this.#text.setAttribute("aria-describedby", `${id}-issues`);
		this.element = h(
			"div",
			{ className: "json-box" },
			h("label", { className: "label", htmlFor: id, textContent: label }),
			this.#text,
			h("div", { id: `${id}-issues`, role: "status" }, this.#list, this.#fine),
		);
	}

	get text() {
		return this.#text.value;
	}

	set text(text) {
		this.#text.value = text;
		this.#show();
	}

	#show() {
		const { text } = this;
		const isEmpty = text.trim() === "";
		const issues = isEmpty ? [] : this.#check(text);
		const ranges = this.#locate(text, issues);
		this.#list.replaceChildren(...issues.map((issue, index) => this.#item(issue, ranges[index])));
		this.#fine.hidden = isEmpty || issues.length > 0;
		this.onchange(text, issues);
	}

	#item(issue, { start, end }) {
		return h(
			"li",
			{},
			h(
				"button",
				{ type: "button", className: `issue ${issue.severity}`, onclick: () => this.#select(start, end) },
				icon(issue.severity),
				h("span", { className: "visually-hidden", textContent: t(issue.severity) }),
				h("span", { className: "issue-field", textContent: t("position", start) }),
				h("span", { className: "issue-text", textContent: issue.message }),
			),
		);
	}

	#select(start, end) {
		const box = this.#text;
		box.focus();
		box.setSelectionRange(start.offset, end.offset);
		const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight);
		box.scrollTop = (start.line - 3) * lineHeight;
	}
}
