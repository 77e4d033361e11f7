import { h, setAttribute } from "../../dom/element.js";
import { icon } from "../../dom/icon.js";
import { t } from "../../i18n/index.js";

/** Check boxes for a list of options. Values that are no options are shown, too, so that they can be removed. */
export function checkboxesInput({ info, id, labelId, set }) {
	let list = [];
	const known = new Set(info.options.map(({ value }) => value));
	const boxes = new Map(info.options.map(({ value, label }) => [value, box(value, label)]));
	const element = h(
		"div",
		{ className: "checks", role: "group", "aria-labelledby": labelId },
		...[...boxes.values()].map(({ label }) => label),
	);
	const foreign = h("div", { className: "checks foreign", hidden: true });
	element.append(foreign);

	function box(value, text) {
		const input = h("input", {
			type: "checkbox",
			id: `${id}-${String(value).toLowerCase()}`,
			onchange: () => toggle(value, input.checked),
		});
		const label = h("label", { className: "check" }, input, icon("check"), h("span", { textContent: text }));
		return { input, label };
	}

	function toggle(value, isIn) {
		const next = isIn ? [...list, value] : list.filter((item) => item !== value);
		set(next.length === 0 ? undefined : next);
	}

	return {
		element,
		get focusable() {
			return [...boxes.values()][0].input;
		},
		write(value) {
			list = Array.isArray(value) ? value : [];
			for (const [value, { input }] of boxes) {
				input.checked = list.includes(value);
			}
			const others = [...new Set(list.filter((item) => !known.has(item)))];
			foreign.hidden = others.length === 0;
			foreign.replaceChildren(
				...others.map((item) => {
					const text = typeof item === "string" ? item : JSON.stringify(item);
					const { input, label } = box(item, t("unknownOption", { value: text }));
					input.checked = true;
					return label;
				}),
			);
		},
		lock(isLocked) {
			for (const { input } of boxes.values()) {
				input.disabled = isLocked;
			}
		},
		mark(name, value) {
			// Groups of check boxes have a description, but cannot be invalid or required.
			if (name === "aria-describedby") {
				setAttribute(element, name, value);
			}
		},
	};
}
