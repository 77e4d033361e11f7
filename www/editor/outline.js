import { h, setText } from "../dom/element.js";

/** Links to the sections of the editor, with their numbers of issues. */
export class Outline {
	#root;
	#counts = new Map();

	constructor(root) {
		this.#root = root;
	}

	/** Lists the sections: `{ name, label, id }`. */
	build(sections) {
		this.#counts = new Map(
			sections.map(({ name }) => [name, h("span", { className: "count", hidden: true })]),
		);
		this.#root.replaceChildren(
			...sections.map(({ name, label, id }) =>
				h("li", {}, h("a", { href: `#${id}` }, h("span", { textContent: label }), this.#counts.get(name))),
			),
		);
	}

	/** Shows how many issues each section has. `sectionOf` returns the section of an issue. */
	show(issues, sectionOf) {
		const bySection = groupBy(issues, sectionOf);
		for (const [name, count] of this.#counts) {
			const found = bySection.get(name) ?? [];
			count.hidden = found.length === 0;
			count.dataset.severity = found.some(({ severity }) => severity === "error") ? "error" : "warning";
			setText(count, String(found.length));
		}
	}
}

function groupBy(items, keyOf) {
	const groups = new Map();
	for (const item of items) {
		const key = keyOf(item);
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return groups;
}
