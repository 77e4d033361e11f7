import { textButton } from "../../dom/button.js";
import { h } from "../../dom/element.js";
import { t } from "../../i18n/index.js";
import { textInput } from "./text.js";

/** The merchant's request number of a creation, with a button that generates one. */
export function requestNoInput({ info, id, enter, set, session }) {
	const input = textInput({ info, id, enter });
	const make = textButton({
		text: t("makeRequestNo"),
		image: "refresh",
		className: "button quiet small",
		onclick: () => {
			const { brand_id, brand, appid } = session.form.value();
			// A brand's body has no brand_id.
			set(session.entry.newOutRequestNo(String(brand_id ?? brand?.brand_id ?? appid ?? "")));
		},
	});
	return {
		...input,
		element: h("div", { className: "date-time" }, input.element, h("div", { className: "helpers" }, make)),
		lock(isLocked) {
			input.lock(isLocked);
			make.disabled = isLocked;
		},
	};
}
