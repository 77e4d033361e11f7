import { h } from "../../dom/element.js";
import { t } from "../../i18n/index.js";
import { isColour } from "../../preview/colour.js";
import { textInput } from "./text.js";

/** The picker's colour while there is none. */
const BLACK = "#000000";

/** A colour as text, with the browser's colour picker. */
export function colourInput({ info, id, enter, set }) {
	const input = textInput({ info, id, enter });
	const picker = h("input", {
		type: "color",
		className: "colour-picker",
		"aria-label": t("chooseColour", { field: info.label }),
		oninput: () => set(picker.value.toUpperCase()),
	});
	return {
		...input,
		element: h("div", { className: "colour" }, picker, input.element),
		write(value) {
			input.write(value);
			picker.value = isColour(value) ? value.toLowerCase() : BLACK;
		},
		lock(isLocked) {
			input.lock(isLocked);
			picker.disabled = isLocked;
		},
	};
}
