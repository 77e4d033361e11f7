import { h } from "../dom/element.js";
import { tabs } from "../dom/tabs.js";
import { t } from "../i18n/index.js";
import { CardFace } from "./card-face.js";
import { OpeningForm } from "./opening-form.js";

/** The card as it looks in WeChat. After an edit it draws again only what shows the fields that changed. */
export class Preview {
	#session;
	#root;
	#parts = [];
	#selected = "card";

	constructor(session, root) {
		this.#session = session;
		this.#root = root;
		session.listen({
			edit: ({ fields }) => this.#edit(fields),
			open: () => this.#draw(),
		});
	}

	/** Makes everything, in the language of the page. `labels`: of the common fields of the opening form. */
	build(labels) {
		const [face, form] = [new CardFace(), new OpeningForm(labels)];
		this.#parts = [face, form];
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

	#edit(fields) {
		const changed = new Set(fields.map(({ path }) => path[0]));
		if (changed.size > 0) {
			this.#draw((key) => changed.has(key));
		}
	}

	#draw(isChanged = () => true) {
		const value = this.#session.form.value();
		const card = typeof value === "object" && value !== null ? value : {};
		for (const { drawers } of this.#parts) {
			for (const [key, draw] of Object.entries(drawers)) {
				if (isChanged(key)) {
					draw(card);
				}
			}
		}
	}
}
