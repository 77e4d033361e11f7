import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";

/** The changes of an update as a table. `labelOf` and `infoOf` describe fields. */
export function changesTable(changes, labelOf, infoOf) {
	const row = ({ pointer, before, after, sent }) => {
		const words = (value) => inWords(value, pointer, infoOf);
		return h(
			"tr",
			{},
			h("th", { scope: "row" }, ...nameOf(pointer, labelOf)),
			cell(before, words, "before"),
			sent
				? cell(after, words, "after")
				: h("td", { className: "not-sent", textContent: t("changesNotSent") }),
		);
	};
	return h(
		"table",
		{ className: "changes" },
		h("caption", { textContent: t("changesTable") }),
		h(
			"thead",
			{},
			h(
				"tr",
				{},
				...["changesField", "changesBefore", "changesAfter"].map((key) =>
					h("th", { scope: "col", textContent: t(key) }),
				),
			),
		),
		h("tbody", {}, ...changes.map(row)),
	);
}

/** The label of a field, with that of its object. */
function nameOf(pointer, labelOf) {
	const top = pointer.split("/", 2).join("/");
	return top === pointer
		? [labelOf(pointer)]
		: [h("span", { className: "changes-within", textContent: labelOf(top) }), " ", labelOf(pointer)];
}

function cell(value, words, className) {
	if (value === undefined) {
		return h("td", { className: "absent", textContent: t("changesAbsent") });
	}
	return h("td", { className }, h(className === "before" ? "del" : "ins", { textContent: words(value) }));
}

/** A value for people: options by label, list items in lines, the members of an item in one line. */
function inWords(value, pointer, infoOf) {
	if (typeof value === "boolean") {
		return t(value ? "yes" : "no");
	}
	if (Array.isArray(value)) {
		return value.map((item, index) => inWords(item, `${pointer}/${index}`, infoOf)).join("\n");
	}
	if (typeof value === "object" && value !== null) {
		const parts = Object.entries(value).map(([key, part]) => inWords(part, `${pointer}/${key}`, infoOf));
		return parts.join(" · ").replaceAll("\n", " · ");
	}
	return infoOf(pointer)?.options.find((option) => option.value === value)?.label ?? String(value);
}
