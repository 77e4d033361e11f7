import { openImport } from "../dialogs/import.js";
import { announce } from "../dom/announce.js";
import { textButton } from "../dom/button.js";
import { copyButton } from "../dom/copy.js";
import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";

/** What to begin with: samples, a pasted update, nothing; and the way back from each of them. */
export class StartBar {
	#session;
	#root;
	#body;
	#undo;

	/** `body()` returns the body, to be copied. */
	constructor(session, root, body) {
		this.#session = session;
		this.#root = root;
		this.#body = body;
		session.listen({ open: () => this.#drawUndo() });
	}

	/** Makes everything, in the language of the page and for the endpoint. */
	build() {
		const session = this.#session;
		const { page, api } = session.endpoint;
		const { sample, official, mistakes } = page.samplesOf(api, session.locale);
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
			chip("sampleCard", () => this.#load(sample, false)),
			chip("sampleOfficial", async () => this.#load(await example(official), true)),
			chip("sampleMistakes", () => this.#load(mistakes, true)),
			chip("sampleEmpty", () => this.#load({}, false)),
			this.#undo,
			h("span", { className: "start-space" }),
			textButton({ text: t("importJson"), image: "paste", onclick: () => openImport(session) }),
			copyButton(() => this.#body() ?? JSON.stringify(session.form.patch()), {
				text: t("copyBody"),
				className: "button",
			}),
		);
		this.#drawUndo();
	}

	#load(value, strict) {
		this.#session.open({ value, strict });
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

/** WeChat Pay's own example, which the tests judge, too. */
async function example(name) {
	const answer = await fetch(new URL(`/examples/${name}`, location.href));
	return answer.json();
}
