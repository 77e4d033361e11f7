import { openCard } from "./dialogs/card.js";
import { openImport } from "./dialogs/import.js";
import { textButton } from "./dom/button.js";
import { copyButton } from "./dom/copy.js";
import { h, setText } from "./dom/element.js";
import { icon } from "./dom/icon.js";
import { t } from "./i18n/index.js";
import { MISTAKES, OFFICIAL, SAMPLE } from "./samples.js";

/** What to begin with: a sample, a pasted update, and the card that it is compared with. */
export class StartBar {
	#session;
	#root;
	#body;
	#card = h("div", { className: "current-card" });

	/** `body()` returns the body, to be copied. */
	constructor(session, root, body) {
		this.#session = session;
		this.#root = root;
		this.#body = body;
		session.listen({ open: () => this.#drawCard(), edit: () => this.#drawChanges() });
	}

	/** Makes everything, in the language of the page. */
	build() {
		const session = this.#session;
		const load = (key, value, strict = false) =>
			textButton({ text: t(key), className: "button chip", onclick: () => session.open({ value, strict }) });
		this.#root.replaceChildren(
			h(
				"div",
				{ className: "start-row", role: "group", "aria-label": t("startWith") },
				h("span", { className: "start-label", textContent: t("startWith"), "aria-hidden": "true" }),
				load("sampleCard", SAMPLE[session.locale]),
				load("sampleOfficial", OFFICIAL, true),
				load("sampleMistakes", MISTAKES, true),
				load("sampleEmpty", {}),
				h("span", { className: "start-space" }),
				textButton({ text: t("importJson"), image: "paste", onclick: () => openImport(session) }),
				copyButton(() => this.#body() ?? JSON.stringify(session.form.patch()), {
					text: t("copyBody"),
					className: "button",
				}),
			),
			this.#card,
		);
		this.#drawCard();
	}

	#drawCard() {
		const session = this.#session;
		const { card } = session;
		const paste = (key, className) =>
			textButton({ text: t(key), className, onclick: () => openCard(session) });
		const remove = () => {
			session.compare(undefined);
			this.#card.querySelector("button").focus();
		};
		this.#card.classList.toggle("set", card !== undefined);
		this.#card.replaceChildren(
			icon("card"),
			h(
				"div",
				{ className: "current-text" },
				h("h2", { textContent: t("currentCard") }),
				...(card === undefined
					? [h("p", { textContent: t("currentNone") })]
					: [
							h(
								"p",
								{},
								t("currentSet", {
									title: typeof card.title === "string" ? card.title : t("currentUntitled"),
								}),
								" ",
								h("span", { className: "current-changes" }),
							),
						]),
			),
			...(card === undefined
				? [paste("currentPaste", "button")]
				: [
						paste("currentEdit", "button"),
						textButton({ text: t("currentClear"), className: "button", onclick: remove }),
					]),
		);
		this.#drawChanges();
	}

	#drawChanges() {
		const changes = this.#card.querySelector(".current-changes");
		if (changes) {
			const n = this.#session.form.changes().length;
			setText(changes, n === 0 ? t("currentNoChanges") : t("currentChanges", { n }));
			changes.classList.toggle("some", n > 0);
		}
	}
}
