import { h } from "../dom/element.js";
import { tabs } from "../dom/tabs.js";
import { t } from "../i18n/index.js";
import { CardFace } from "./card-face.js";
import { OpeningForm } from "./opening-form.js";

/**
 * The card as it looks in WeChat. The endpoint's family reads the data from the fields. An edit redraws only the parts
 * that change.
 */
export class Preview {
	#session;
	#root;
	#parts = [];
	#labels;
	#selected = "card";

	constructor(session, root) {
		this.#session = session;
		this.#root = root;
		session.listen({
			edit: ({ fields }) => fields.length > 0 && this.#draw(),
			open: () => this.#draw(),
		});
	}

	/** Builds everything in the language of the page. */
	build() {
		const { entry, about } = this.#session;
		this.#labels = new Map(
			entry.fields(about).flatMap(({ options }) => options.map(({ value, label }) => [value, label])),
		);
		const [face, form] = [new CardFace(), new OpeningForm()];
		this.#parts = [...face.parts, ...form.parts];
		const { row, panels } = tabs(
			t("previewRegion"),
			[
				{ id: "preview-card", text: t("previewCard"), panel: face.element },
				{ id: "preview-form", text: t("previewForm"), panel: form.element },
			],
			{
				selected: `preview-${this.#selected}`,
				onselect: (id) => {
					this.#selected = id.slice("preview-".length);
				},
			},
		);
		this.#root.replaceChildren(
			row,
			...panels,
			h("p", { className: "preview-note", textContent: t("previewNote") }),
		);
		this.#draw();
	}

	#draw() {
		const { form, card, endpoint } = this.#session;
		const value = form.value();
		const held = typeof value === "object" && value !== null ? value : {};
		// Fields that an update cannot change come from the card.
		const seen = endpoint.page.previewOf(
			{ ...card, ...held },
			(name) => this.#labels.get(name) ?? String(name),
			endpoint.action,
		);
		for (const part of this.#parts) {
			part.show(seen);
		}
	}
}
