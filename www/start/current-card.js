import { openCard } from "../dialogs/card.js";
import { textButton } from "../dom/button.js";
import { h, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { asText } from "../endpoints/reading.js";
import { t } from "../i18n/index.js";

/** The card that an update is compared with, and the number of changes. */
export class CurrentCard {
	#session;
	#root;
	#changes = h("span", { className: "current-changes" });

	constructor(session, root) {
		this.#session = session;
		this.#root = root;
		session.listen({ open: () => this.build(), edit: () => this.#drawChanges() });
	}

	/** Builds everything in the language of the page. A creation has no card to compare with. */
	build() {
		const { card, endpoint } = this.#session;
		this.#root.hidden = endpoint.action === "create";
		this.#root.classList.toggle("set", card !== undefined);
		this.#root.replaceChildren(
			icon("card"),
			h(
				"div",
				{ className: "current-text" },
				h("h3", { textContent: t("currentCard") }),
				...(card === undefined ? [h("p", { textContent: t("currentNone") })] : [this.#compared(card)]),
			),
			...(card === undefined ? [this.#paste("currentPaste")] : [this.#paste("currentEdit"), this.#remove()]),
		);
		this.#drawChanges();
	}

	#compared(card) {
		const title = asText(this.#session.endpoint.page.titleOf(card)) ?? t("currentUntitled");
		return h("p", {}, t("currentSet", { title }), " ", this.#changes);
	}

	#paste(key) {
		return textButton({ text: t(key), className: "button", onclick: () => openCard(this.#session) });
	}

	#remove() {
		return textButton({
			text: t("currentClear"),
			className: "button",
			onclick: () => {
				this.#session.compare(undefined);
				this.#root.querySelector("button").focus();
			},
		});
	}

	#drawChanges() {
		if (this.#session.card !== undefined) {
			const n = this.#session.form.changes().length;
			setText(this.#changes, n === 0 ? t("currentNoChanges") : t("currentChanges", { n }));
			this.#changes.classList.toggle("some", n > 0);
		}
	}
}
