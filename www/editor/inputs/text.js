import { h, setAttribute } from "../../dom/element.js";
import { onText } from "../composition.js";

/** The keyboard on phones. The type stays `text`, so that the browser never alters the input. */
const KEYBOARDS = { number: "numeric", tel: "tel", url: "url" };

/** A line of text, or several. */
export function textInput({ info, id, enter }) {
	const element = h(info.input === "textarea" ? "textarea" : "input", {
		id,
		className: "input",
		autocomplete: "off",
		spellcheck: false,
		placeholder: info.placeholder ?? "",
		...(info.input === "textarea" ? { rows: 4 } : { type: "text", inputMode: KEYBOARDS[info.input] ?? "" }),
	});
	let entering = false;
	let value;
	const isComposing = onText(element, (text) => {
		entering = true;
		try {
			enter(text);
		} finally {
			entering = false;
		}
	});
	const show = () => {
		const text = asText(value);
		if (!isComposing() && element.value !== text) {
			element.value = text;
		}
	};
	// The value may be written differently from what was typed: 7 for 007.
	element.addEventListener("blur", show);
	return {
		element,
		focusable: element,
		write(next) {
			value = next;
			if (!entering) {
				show();
			}
		},
		lock(isLocked) {
			element.readOnly = isLocked;
		},
		mark(name, value) {
			setAttribute(element, name, value);
		},
	};
}

function asText(value) {
	if (value === undefined || value === null) {
		return "";
	}
	return typeof value === "string" ? value : JSON.stringify(value);
}
