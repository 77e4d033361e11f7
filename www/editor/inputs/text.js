import { h, setAttribute } from "../../dom/element.js";
import { onText } from "../composition.js";

/** What a phone's keyboard offers. The input stays one of text, which never alters what is typed or pasted. */
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
	// What was typed may stand for a value that is written otherwise: 007 for 7.
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
