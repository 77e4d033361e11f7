import { h, setText } from "./element.js";
import { icon } from "./icon.js";

/** A button with a text and optionally an icon. */
export function textButton({ text, image, className = "button", onclick, ...properties }) {
	return h(
		"button",
		{ type: "button", className, onclick, ...properties },
		image && icon(image),
		h("span", { textContent: text }),
	);
}

/** A button with an icon only. Its name is for screen readers and the tooltip. */
export function iconButton({ name, image, onclick, className = "icon-button", ...properties }) {
	return h(
		"button",
		{ type: "button", className, title: name, "aria-label": name, onclick, ...properties },
		icon(image),
	);
}

/** Changes the text of a text button. */
export function setButtonText(button, text) {
	setText(button.querySelector("span"), text);
}
