import { textButton } from "../../dom/button.js";
import { h, setText } from "../../dom/element.js";
import { locale, t } from "../../i18n/index.js";
import { addToTime, chinaTimeInWords, formatChinaTime, parseTime } from "../china-time.js";
import { textInput } from "./text.js";

/** A time as text, with buttons for now and for later times. */
export function dateTimeInput({ info, id, enter, set }) {
	const input = textInput({ info, id, enter });
	const readout = h("span", { className: "readout", id: `${id}-readout` });
	let value;
	const helper = (text, next) =>
		textButton({ text, className: "button quiet small", onclick: () => set(formatChinaTime(next())) });
	const helpers = h(
		"div",
		{ className: "helpers", role: "group", "aria-label": t("timeHelpers", { field: info.label }) },
		helper(t("timeNow"), () => Date.now()),
		helper(t("timeDays"), () => addToTime(parseTime(value) ?? Date.now(), { days: 30 })),
		helper(t("timeYear"), () => addToTime(parseTime(value) ?? Date.now(), { years: 1 })),
		readout,
	);
	return {
		...input,
		element: h("div", { className: "date-time" }, input.element, helpers),
		write(next) {
			value = next;
			input.write(next);
			const time = parseTime(next);
			setText(
				readout,
				time === undefined ? "" : t("timeReadout", { time: chinaTimeInWords(time, locale()) }),
			);
		},
		lock(isLocked) {
			input.lock(isLocked);
			for (const button of helpers.querySelectorAll("button")) {
				button.disabled = isLocked;
			}
		},
	};
}
