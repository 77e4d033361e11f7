/** Tabs as in WAI-ARIA: one is in the tab order; arrow keys, Home and End move between them. */

import { h } from "./element.js";

/** Creates a row of tabs and their panels from `{ id, text, panel }` each. */
export function tabs(name, list, { selected = list[0].id, onselect } = {}) {
	const buttons = list.map(({ id, text, panel }) => {
		panel.id = `panel-${id}`;
		panel.setAttribute("role", "tabpanel");
		panel.setAttribute("aria-labelledby", `tab-${id}`);
		return h("button", {
			type: "button",
			className: "tab",
			id: `tab-${id}`,
			role: "tab",
			"aria-controls": panel.id,
			textContent: text,
			onclick: () => select(id),
		});
	});
	const row = h(
		"div",
		{ className: "tabs", role: "tablist", "aria-label": name, onkeydown: move },
		...buttons,
	);

	function select(id) {
		list.forEach((tab, index) => {
			const isSelected = tab.id === id;
			buttons[index].setAttribute("aria-selected", isSelected);
			buttons[index].tabIndex = isSelected ? 0 : -1;
			tab.panel.hidden = !isSelected;
		});
		onselect?.(id);
	}

	function move(event) {
		const at = buttons.indexOf(event.target);
		const to = {
			ArrowRight: (at + 1) % buttons.length,
			ArrowLeft: (at + buttons.length - 1) % buttons.length,
			Home: 0,
			End: buttons.length - 1,
		}[event.key];
		if (to !== undefined && at >= 0) {
			event.preventDefault();
			select(list[to].id);
			buttons[to].focus();
		}
	}

	select(selected);
	return { row, panels: list.map(({ panel }) => panel), select };
}
