/** Fixes of issues with one click. */

import { parentOf, valueAt } from "../json/pointer.js";

const FIXES = {
	duplicate_item: remove,
	empty_text: remove,
	null_omitted: remove,
	date_field_not_used: remove,
	field_fixed: remove,
	only_with: remove,
	wrong_type: ({ params: { instead }, pointer }) =>
		instead === undefined
			? remove({ pointer })
			: { text: ["fixSet", { value: instead }], edits: [{ set: pointer, value: JSON.parse(instead) }] },
	json_in_text: remove,
	unknown_key: ({ params: { nearest }, pointer }, value) =>
		nearest === undefined || valueAt(value, siblingOf(pointer, nearest)) !== undefined
			? { text: ["fixRemove"], edits: [{ remove: pointer }] }
			: {
					text: ["fixRename", { value: nearest }],
					edits: [{ remove: pointer }, { set: siblingOf(pointer, nearest), value: valueAt(value, pointer) }],
				},
	unknown_value: ({ params: { nearest }, pointer }) =>
		nearest && { text: ["fixSet", { value: nearest }], edits: [{ set: pointer, value: nearest }] },
	surrounding_blanks: replace("fixTrim", (text) => text.trim()),
	url_insecure: replace("fixHttps", (text) => text.replace(/^http:/i, "https:")),
	unsupported_character: replace("fixStrip", (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, "")),
	unpaired_surrogate: replace("fixStrip", (text) => text.replace(/\p{Cs}/gu, "")),
	control_character: strip,
	invisible_character: strip,
};

/** The fix of an issue: the button's text (a key with parameters) and the edits; `undefined` if there is none. */
export function fixOf(issue, value) {
	return issue.location === "body" ? FIXES[issue.code]?.(issue, value) || undefined : undefined;
}

function remove({ pointer }) {
	return pointer === "" ? undefined : { text: ["fixRemove"], edits: [{ remove: pointer }] };
}

/** Removes the characters whose code points the issue names. */
function strip(issue, value) {
	const code = Number.parseInt(String(issue.params.code_point).slice(2), 16);
	const character = Number.isNaN(code) ? "" : String.fromCodePoint(code);
	return replace("fixStrip", (text) => text.replaceAll(character, ""))(issue, value);
}

function replace(key, change) {
	return ({ pointer }, value) => {
		const text = valueAt(value, pointer);
		const next = typeof text === "string" ? change(text) : text;
		return next === text ? undefined : { text: [key], edits: [{ set: pointer, value: next }] };
	};
}

function siblingOf(pointer, key) {
	return `${parentOf(pointer)}/${key}`;
}
