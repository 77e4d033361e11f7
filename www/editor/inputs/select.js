import { h, setAttribute } from "../../dom/element.js";
import { t } from "../../i18n/index.js";

/** A choice of one option. A value that is no option is shown until another one is chosen. */
export function selectInput({ info, id, set, absent }) {
	const options = info.options.map(({ value, label }) =>
		h("option", { value, textContent: `${label} · ${value}` }),
	);
	const foreign = h("option", { value: "foreign" });
	const element = h(
		"select",
		{
			id,
			className: "input",
			onchange: () => {
				if (element.value !== "foreign") {
					set(element.value === "" ? undefined : element.value);
				}
			},
		},
		absent === undefined ? undefined : h("option", { value: "", textContent: absent }),
		...options,
	);
	return {
		element: h("div", { className: "select" }, element),
		focusable: element,
		write(value) {
			const isKnown = value === undefined || options.some((option) => option.value === value);
			if (isKnown) {
				foreign.remove();
			} else {
				foreign.textContent = t("unknownOption", {
					value: typeof value === "string" ? value : JSON.stringify(value),
				});
				element.append(foreign);
			}
			element.value = isKnown ? (value ?? "") : "foreign";
		},
		lock(isLocked) {
			element.disabled = isLocked;
		},
		mark(name, value) {
			setAttribute(element, name, value);
		},
	};
}
