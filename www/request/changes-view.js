import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";

/** What an update changes on the card, as a table. */
export function changesTable(changes, labelOf) {
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
		h(
			"tbody",
			{},
			...changes.map(({ pointer, before, after, sent }) =>
				h(
					"tr",
					{},
					h("th", { scope: "row", textContent: labelOf(pointer) }),
					valueCell(before, "before"),
					sent
						? valueCell(after, "after")
						: h("td", { className: "not-sent", textContent: t("changesNotSent") }),
				),
			),
		),
	);
}

function valueCell(value, className) {
	if (value === undefined) {
		return h("td", { className: "absent", textContent: t("changesAbsent") });
	}
	const text = typeof value === "string" ? value : JSON.stringify(value);
	return h("td", { className }, h(className === "before" ? "del" : "ins", { textContent: text }));
}
