import { textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { openDialog } from "./dialog.js";
import { parse } from "./import.js";
import { JsonBox } from "./json-box.js";

/** The dialog to paste the current card, which the update is compared with. */
export function openCard(session) {
	const apply = textButton({ text: t("cardApply"), className: "button primary", disabled: true });
	const box = new JsonBox({
		id: "card-text",
		label: t("cardLabel"),
		locate: session.entry.locate,
		check: (text) => issuesOf(text, session),
		onchange: (text) => {
			apply.disabled = parse(text) === undefined;
		},
	});
	openDialog({
		title: t("cardTitle"),
		lead: t("cardLead"),
		content: h(
			"div",
			{},
			box.element,
			textButton({
				text: t("cardSample"),
				className: "button quiet",
				onclick: () => {
					const { page, api } = session.endpoint;
					box.text = JSON.stringify(page.currentCard(session.locale, api), undefined, 2);
				},
			}),
		),
		focus: box.element.querySelector("textarea"),
		actions: (close) => {
			apply.onclick = () => {
				session.compare(parse(box.text));
				close();
			};
			return [apply];
		},
	});
	if (session.card !== undefined) {
		box.text = JSON.stringify(session.card, undefined, 2);
	}
}

/** The issues of the text as JSON, else its issues as a card. */
function issuesOf(text, { entry, about }) {
	const card = parse(text);
	if (card === undefined) {
		return entry.validateJson(text, about).issues.filter(({ severity }) => severity === "error");
	}
	const form = new entry.CardForm({ ...about, current: card });
	const issues = form.issues().filter(({ location }) => location === "current");
	form.dispose();
	return issues;
}
