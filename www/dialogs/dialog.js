import { iconButton, textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";

/** Opens a modal dialog. Its buttons or Escape close it. `actions(close)` creates the buttons. */
export function openDialog({ title, lead, content, actions, focus }) {
	const close = () => dialog.close();
	const titleId = "dialog-title";
	const dialog = h(
		"dialog",
		{ className: "dialog", "aria-labelledby": titleId, onclose: () => dialog.remove() },
		h(
			"header",
			{ className: "dialog-head" },
			h("h2", { id: titleId, textContent: title }),
			iconButton({ name: t("cancel"), image: "close", onclick: close }),
		),
		h("p", { className: "help", textContent: lead }),
		content,
		h(
			"footer",
			{ className: "dialog-foot" },
			textButton({ text: t("cancel"), className: "button", onclick: close }),
			...actions(close),
		),
	);
	document.body.append(dialog);
	dialog.showModal();
	focus?.focus();
}
