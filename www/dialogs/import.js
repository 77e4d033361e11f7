import { textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { openDialog } from "./dialog.js";
import { JsonBox } from "./json-box.js";

/** The dialog to paste an update into the form. */
export function openImport(session) {
	const apply = textButton({ text: t("importApply"), className: "button primary", disabled: true });
	const box = new JsonBox({
		id: "import-text",
		label: t("importLabel"),
		locate: session.entry.locate,
		check: (text) => session.entry.validateJson(text, { ...session.about, current: session.card }).issues,
		onchange: (text) => {
			apply.disabled = parse(text) === undefined;
		},
	});
	openDialog({
		title: t("importTitle"),
		lead: t("importLead"),
		content: h("div", {}, box.element),
		focus: box.element.querySelector("textarea"),
		actions: (close) => {
			apply.onclick = () => {
				session.open({ value: parse(box.text), strict: true });
				close();
			};
			return [apply];
		},
	});
}

/** Parses an object; `undefined` if the text is not one. */
export function parse(text) {
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
