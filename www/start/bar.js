import { openCard } from "../dialogs/card.js";
import { openImport } from "../dialogs/import.js";
import { announce } from "../dom/announce.js";
import { textButton } from "../dom/button.js";
import { copyButton } from "../dom/copy.js";
import { h } from "../dom/element.js";
import { sampleOf } from "../endpoints/samples.js";
import { t } from "../i18n/index.js";

/** The start: samples, paste, clear, and undo. */
export class StartBar {
	#session;
	#root;
	#body;
	#undo;

	/** `body()` returns the body to copy. */
	constructor(session, root, body) {
		this.#session = session;
		this.#root = root;
		this.#body = body;
		session.listen({ open: () => this.#drawUndo() });
	}

	/** Builds everything for the language and the endpoint. */
	build() {
		const session = this.#session;
		const chip = (key, onclick) => textButton({ text: t(key), className: "button chip", onclick });
		this.#undo = textButton({
			text: t("undo"),
			image: "revert",
			className: "button quiet",
			onclick: () => this.#goBack(),
		});
		this.#root.setAttribute("role", "group");
		this.#root.setAttribute("aria-label", t("startWith"));
		this.#root.replaceChildren(
			h("span", { className: "start-label", textContent: t("startWith"), "aria-hidden": "true" }),
			chip("sampleCard", () => this.#load("sample")),
			chip("sampleOfficial", () => this.#load("official")),
			chip("sampleMistakes", () => this.#load("mistakes")),
			chip("sampleEmpty", () => this.#load("empty")),
			this.#undo,
			textButton({
				text: t("currentCard"),
				image: "card",
				className: "button narrow",
				hidden: session.endpoint.action === "create",
				onclick: () => openCard(session),
			}),
			h("span", { className: "start-space" }),
			textButton({ text: t("importJson"), image: "paste", onclick: () => openImport(session) }),
			copyButton(() => this.#body() ?? JSON.stringify(session.form.patch()), {
				text: t("copyBody"),
				className: "button",
			}),
		);
		this.#drawUndo();
	}

	async #load(name) {
		const session = this.#session;
		session.open(await sampleOf(session.endpoint, session.locale, name));
		this.#undo.scrollIntoView({ inline: "nearest", block: "nearest" });
		announce(t("replaced"));
	}

	#goBack() {
		this.#session.undo();
		announce(t("undone"));
		(this.#undo.hidden ? this.#root.querySelector("button") : this.#undo).focus();
	}

	#drawUndo() {
		this.#undo.hidden = !this.#session.canUndo;
	}
}
