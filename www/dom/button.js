import { h, setText } from "./element.js";
import { icon } from "./icon.js";

/** A button with a text, and an icon before it if it is given one. */
export function textButton({ text, image, className = "button", onclick, ...properties }) {
	return h(
		"button",
		{ type: "button", className, onclick, ...properties },
		image && icon(image),
		h("span", { textContent: text }),
	);
}

/** A button that shows an icon alone; its name is what a screen reader and the tooltip say. */
export function iconButton({ name, image, onclick, className = "icon-button", ...properties }) {
	return h(
		"button",
		{ type: "button", className, title: name, "aria-label": name, onclick, ...properties },
		icon(image),
	);
}

/** Shows another text on a text button. */
export function setButtonText(button, text) {
	setText(button.querySelector("span"), text);
}
