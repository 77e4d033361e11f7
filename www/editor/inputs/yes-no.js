import { h, setAttribute } from "../../dom/element.js";
import { t } from "../../i18n/index.js";

/** Yes, no, or absent: in an update, an absent field differs from `false`. */
export function yesNoInput({ id, labelId, set, absent }) {
	const choices = [
		[absent, undefined],
		[t("yes"), true],
		[t("no"), false],
	];
	const radios = choices.map(([, value], index) =>
		h("input", {
			type: "radio",
			name: id,
			id: index === 0 ? id : `${id}-${value}`,
			onchange: () => set(value),
		}),
	);
	const element = h(
		"div",
		{ className: "segments", role: "radiogroup", "aria-labelledby": labelId },
		...choices.map(([text], index) =>
			h("label", { className: "segment" }, radios[index], h("span", { textContent: text })),
		),
	);
	return {
		element,
		get focusable() {
			return radios.find((radio) => radio.checked) ?? radios[0];
		},
		write(value) {
			choices.forEach(([, choice], index) => {
				radios[index].checked = choice === value;
			});
		},
		lock(isLocked) {
			for (const radio of radios) {
				radio.disabled = isLocked;
			}
		},
		mark(name, value) {
			setAttribute(element, name, value);
		},
	};
}
