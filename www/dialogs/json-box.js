import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { offsetOf, placeOf, rangeOf } from "../json/positions.js";

/** A box for JSON text. Its issues are told with line and column, and pressing one selects what it is about. */
export class JsonBox {
	#check;
	#text;
	#list = h("ol", { className: "json-issues" });
	#fine = h(
		"p",
		{ className: "json-fine", hidden: true },
		icon("check"),
		h("span", { textContent: t("jsonFine") }),
	);

	/** `check(text)` returns the issues of a text; `onchange(text, issues)` is told after every edit. */
	constructor({ id, label, check, onchange }) {
		this.#check = check;
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
		this.#list.replaceChildren(...issues.map((issue) => this.#item(issue, text)));
		this.#fine.hidden = isEmpty || issues.length > 0;
		this.onchange(text, issues);
	}

	#item(issue, text) {
		const range = rangeOfIssue(issue, text);
		return h(
			"li",
			{},
			h(
				"button",
				{ type: "button", className: `issue ${issue.severity}`, onclick: () => this.#select(range) },
				icon(issue.severity),
				h("span", { className: "visually-hidden", textContent: t(issue.severity) }),
				h("span", { className: "issue-field", textContent: t("position", placeOf(text, range.start)) }),
				h("span", { className: "issue-text", textContent: issue.message }),
			),
		);
	}

	#select({ start, end }) {
		const box = this.#text;
		box.focus();
		box.setSelectionRange(start, end);
		const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight);
		box.scrollTop = (placeOf(this.text, start).line - 3) * lineHeight;
	}
}

/** Which part of a text an issue is about. */
function rangeOfIssue({ code, pointer, params }, text) {
	if (params.line !== undefined) {
		const start = offsetOf(text, params.line, params.column);
		return { start, end: Math.min(start + 1, text.length) };
	}
	return rangeOf(text, pointer, { last: code === "duplicate_key" });
}
