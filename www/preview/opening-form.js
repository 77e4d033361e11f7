import { h, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { Part, words } from "./part.js";

/** The form that users fill in to activate the card. */
export class OpeningForm {
	#list = h("ul", { className: "opening-fields" });
	#note = h("p", { className: "opening-note", textContent: t("previewModifiable") });
	#agree = h("p", { className: "opening-agree" });
	#terms = h("p", { className: "opening-terms" });

	constructor() {
		this.element = h(
			"div",
			{ className: "wechat opening" },
			h("p", { className: "opening-title", textContent: t("previewActivate") }),
			h("p", { className: "opening-lead", textContent: t("previewActivateLead") }),
			this.#list,
			this.#note,
			h("p", { className: "opening-button", textContent: t("previewOpen") }),
			this.#agree,
			this.#terms,
		);
		this.parts = [
			new Part(
				({ opening }) => opening.questions,
				(questions) => this.#drawQuestions(questions),
			),
			new Part(
				({ opening }) => opening.isModifiable === true,
				(isModifiable) => {
					this.#note.hidden = !isModifiable;
				},
			),
			new Part(
				({ opening }) => opening.agreement,
				(agreement) => this.#drawAgreement(agreement),
			),
			new Part(
				({ opening }) => opening.terms,
				(terms) => this.#drawTerms(terms),
			),
		];
	}

	#drawQuestions(questions) {
		this.#list.replaceChildren(
			...(questions.length === 0
				? [h("li", { className: "opening-none", textContent: t("previewNoForm") })]
				: questions.map(row)),
		);
	}

	#drawAgreement(agreement) {
		this.#agree.hidden = agreement === undefined;
		setText(this.#agree, agreement ? t("previewAgree", { title: words(agreement) }) : "");
	}

	#drawTerms(terms) {
		this.#terms.hidden = terms === undefined;
		setText(this.#terms, terms ?? "");
	}
}

function row({ text = "previewUntitledField", label, type, values = [] }) {
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
		h("span", { textContent: words({ text, label }) }),
		control,
	);
}
