import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { visibleParts } from "../json/visible.js";

const LINES = ["lineMethod", "linePath", "lineTimestamp", "lineNonce", "lineBody"];

/** The message to sign, one row a line, with all characters visible. */
export function messageRows(message) {
	// Each line ends with a line feed, the last one too.
	return message
		.split("\n")
		.slice(0, -1)
		.map((line, index) =>
			h(
				"li",
				{ className: "message-line" },
				h("span", { className: "line-name", textContent: t(LINES[index]) }),
				h("code", { className: "line-text" }, ...visibleNodes(`${line}\n`)),
			),
		);
}

/** A text as nodes, with marks for invisible characters. */
export function visibleNodes(text) {
	return visibleParts(text).map(({ text, mark, code }) =>
		mark === undefined
			? text
			: h("span", {
					className: `mark${mark === "·" ? " blank" : ""}`,
					title: nameOf(code),
					textContent: mark,
				}),
	);
}

function nameOf(code) {
	switch (code) {
		case "U+000A":
			return t("lineFeed");
		case "U+0020":
			return t("space");
		default:
			return t("invisible", { code });
	}
}
