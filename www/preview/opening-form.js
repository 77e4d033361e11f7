import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";

/** The form that a user fills in to open the card. */
export class OpeningForm {
	#labels;
	#list = h("ul", { className: "opening-fields" });
	#note = h("p", { className: "opening-note" });
	#agree = h("p", { className: "opening-agree" });

	/** `labels`: what people call the common fields, by their names. */
	constructor(labels) {
		this.#labels = labels;
		this.element = h(
			"div",
			{ className: "wechat opening" },
			h("p", { className: "opening-title", textContent: t("previewActivate") }),
			h("p", { className: "opening-lead", textContent: t("previewActivateLead") }),
			this.#list,
			this.#note,
			h("p", { className: "opening-button", textContent: t("previewOpen") }),
			this.#agree,
		);
	}

	drawers = {
		user_information_form: (card) => this.#form(card.user_information_form),
		additional_statement: (card) => this.#statement(card.additional_statement?.title),
	};

	#form(form) {
		const common = asList(form?.common_field_list).map((name) => ({
			label: this.#labels.get(name) ?? String(name),
		}));
		const custom = asList(form?.custom_field_list).map(customField);
		const fields = [...common, ...custom];
		this.#list.replaceChildren(
			...(fields.length === 0
				? [h("li", { className: "opening-none", textContent: t("previewNoForm") })]
				: fields.map(row)),
		);
		this.#note.hidden = form?.can_modify_after_activate !== true;
		this.#note.textContent = t("previewModifiable");
	}

	#statement(title) {
		const isText = typeof title === "string" && title !== "";
		this.#agree.hidden = !isText;
		this.#agree.textContent = isText ? t("previewAgree", { title }) : "";
	}
}

function customField(field) {
	const label = typeof field?.name === "string" && field.name !== "" ? field.name : t("previewUntitledField");
	const values = asList(field?.values).filter((value) => typeof value === "string" && value !== "");
	return { label, type: field?.type, values };
}

function row({ label, type, values = [] }) {
	const isChoice = type === "RADIO" || type === "CHECK_BOX";
	const control =
		isChoice && values.length > 0
			? h(
					"span",
					{ className: `opening-values ${type === "RADIO" ? "radio" : "boxes"}` },
					...values.map((value) => h("span", { className: "opening-value", textContent: value })),
				)
			: h(
					"span",
					{ className: "opening-blank" },
					t(type === "SELECT" || isChoice ? "previewChoose" : "previewFill"),
					icon("right"),
				);
	return h(
		"li",
		{ className: isChoice ? "opening-field choices" : "opening-field" },
		h("span", { textContent: label }),
		control,
	);
}

function asList(value) {
	return Array.isArray(value) ? value : [];
}
