import { announce } from "../dom/announce.js";
import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";

/** The list of all issues with counts. Clicking an issue leads to its field. */
export class Summary {
	#list;
	#none;
	#counts;
	#entries = new Map();
	#said;

	/** `none` is shown when there are no issues. `go(issue)` is called when an entry is clicked. */
	constructor({ list, none, counts, go }) {
		this.#list = list;
		this.#none = none;
		this.#counts = counts;
		this.go = go;
	}

	/** Shows issues. Unchanged entries are not redrawn. */
	show(issues) {
		const before = this.#entries;
		this.#entries = new Map();
		const entries = issues.map((issue, index) => {
			const key = `${issue.location} ${issue.pointer} ${issue.code} ${issue.message}`;
			// A field may have the same issue twice.
			const unique = this.#entries.has(key) ? `${key} ${index}` : key;
			const entry = before.get(unique) ?? this.#entry(issue);
			this.#entries.set(unique, entry);
			return entry;
		});
		entries.forEach((entry, index) => {
			if (this.#list.children[index] !== entry) {
				this.#list.insertBefore(entry, this.#list.children[index] ?? null);
			}
		});
		while (this.#list.children.length > entries.length) {
			this.#list.lastElementChild.remove();
		}
		this.#list.hidden = issues.length === 0;
		this.#none.hidden = issues.length > 0;
		this.#count(issues);
	}

	/** Removes all entries, for a change of language. */
	reset() {
		this.#entries.clear();
		this.#said = undefined;
	}

	#count(issues) {
		const errors = issues.filter(({ severity }) => severity === "error").length;
		const warnings = issues.length - errors;
		const counts = [
			{ n: errors, key: "errors", severity: "error" },
			{ n: warnings, key: "warnings", severity: "warning" },
		].filter(({ n }) => n > 0);
		const said = counts.map(({ n, key }) => t(key, { n })).join(" · ") || t("noIssues");
		if (said === this.#said) {
			return;
		}
		if (this.#said !== undefined) {
			announce(said);
		}
		this.#said = said;
		this.#counts.replaceChildren(
			...(counts.length === 0
				? [h("span", { className: "badge fine" }, icon("check"), t("noIssues"))]
				: counts.map(({ n, key, severity }) =>
						h("span", { className: `badge ${severity}` }, icon(severity), ...counted(t(key, { n }), n)),
					)),
		);
	}

	#entry(issue) {
		const { severity, message, pointer } = issue;
		return h(
			"li",
			{},
			h(
				"button",
				{
					type: "button",
					className: `issue ${severity}`,
					onclick: () => this.go(issue),
					"data-pointer": pointer,
				},
				icon(severity),
				h("span", { className: "visually-hidden", textContent: t(severity) }),
				h("span", { className: "issue-text", textContent: message }),
			),
		);
	}
}

/** A counting text as number and word. */
function counted(text, n) {
	return [String(n), h("span", { className: "badge-word", textContent: text.replace(String(n), "").trim() })];
}
