import { h } from "../dom/element.js";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(true|false|null)|(-?\d[\d.eE+-]*)/g;

/** JSON text with keys, strings, numbers and literals highlighted. */
export function jsonParts(text) {
	const parts = [];
	let end = 0;
	for (const { 0: token, 1: string, 2: colon, 3: word, index } of text.matchAll(TOKEN)) {
		if (index > end) {
			parts.push(text.slice(end, index));
		}
		if (string !== undefined) {
			const className = colon === undefined ? "json-text" : "json-key";
			parts.push(h("span", { className, textContent: string }), colon ?? "");
		} else {
			parts.push(
				h("span", { className: word === undefined ? "json-number" : "json-word", textContent: token }),
			);
		}
		end = index + token.length;
	}
	parts.push(text.slice(end));
	return parts;
}
