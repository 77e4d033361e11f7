import { h, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { barCode, qrCode } from "./codes.js";
import { isLight } from "./colour.js";
import { landscape } from "./landscape.js";
import { Part, words } from "./part.js";
import { Picture } from "./picture.js";

const NUMBER = "1024 4096 8192";
const DYNAMIC_NUMBER = "280731 964415 203877";

/** The card as its holder sees it: the face, the code below it, links, and details. */
export class CardFace {
	#logo = image("face-logo-image");
	#picture = image("face-picture");
	#scene = h("div", { className: "face-scene", "aria-hidden": "true" });
	#initial = h("span", { className: "initial", "aria-hidden": "true" });
	#title = h("p", { className: "face-title" });
	#level = h("span", { className: "level" });
	#pinned = h("span", { className: "pinned", textContent: t("previewPinned") });
	#benefits = h("p", { className: "face-benefits" });
	#validity = h("p", { className: "face-validity" });
	#face;
	#code = h("div", { className: "code-box" });
	#entries = h("ul", { className: "entries" });
	#rows = h("dl", { className: "rows" });

	constructor() {
		this.#face = h(
			"div",
			{ className: "face" },
			this.#scene,
			this.#picture,
			h(
				"div",
				{ className: "face-top" },
				h("span", { className: "face-logo" }, this.#initial, this.#logo),
				this.#title,
				this.#pinned,
				this.#level,
			),
			this.#benefits,
			this.#validity,
		);
		this.element = h("div", { className: "wechat" }, this.#face, this.#entries, this.#code, this.#rows);
		const [logo, picture] = [new Picture(this.#logo), new Picture(this.#picture)];
		this.parts = [
			new Part(
				({ face }) => [face.shape, face.colour],
				([shape, colour]) => this.#drawFace(shape, colour),
			),
			new Part(
				({ face }) => face.title,
				(title) => this.#drawTitle(title),
			),
			new Part(
				({ face }) => face.logo,
				(address) => logo.show(address),
			),
			new Part(
				({ face }) => face.picture,
				(address) => picture.show(address),
			),
			new Part(
				({ face }) => face.level,
				(level) => show(this.#level, level && words(level)),
			),
			new Part(
				({ face }) => face.benefits,
				(benefits) => show(this.#benefits, benefits),
			),
			new Part(
				({ face }) => face.isPinned === true,
				(isPinned) => {
					this.#pinned.hidden = !isPinned;
				},
			),
			new Part(
				({ face }) => face.validity,
				(validity) => setText(this.#validity, validity ? t(...validity) : ""),
			),
			new Part(
				({ code }) => code,
				(code) => this.#drawCode(code),
			),
			new Part(
				({ entries = [] }) => entries,
				(entries) => this.#drawEntries(entries),
			),
			new Part(
				({ rows }) => rows,
				(rows) => this.#drawRows(rows),
			),
		];
	}

	#drawFace(shape, colour) {
		this.#face.dataset.shape = shape;
		this.#face.classList.toggle("light", colour !== undefined && isLight(colour));
		if (colour === undefined) {
			this.#face.style.removeProperty("--card");
		} else {
			this.#face.style.setProperty("--card", colour);
		}
	}

	#drawTitle(title) {
		setText(this.#title, title ?? t("previewTitle"));
		this.#title.classList.toggle("absent", title === undefined);
		setText(this.#initial, title === undefined ? "" : [...title.trim()][0].toUpperCase());
		this.#scene.replaceChildren(landscape(this.#initial.textContent));
	}

	#drawCode({ kind, isDynamic, note }) {
		const number = h("p", { className: "code-number", textContent: isDynamic ? DYNAMIC_NUMBER : NUMBER });
		const drawn = {
			bar: () => barCode(t("previewBarCode")),
			qr: () => qrCode(t("previewQrCode")),
		};
		const said = note ?? (isDynamic ? "previewDynamic" : "previewSample");
		this.#code.replaceChildren(
			...kind.map((name) => drawn[name]()),
			...(kind.length > 0 ? [number] : []),
			h("p", { className: "code-note", textContent: t(said) }),
		);
	}

	#drawEntries(entries) {
		this.#entries.hidden = entries.length === 0;
		this.#entries.replaceChildren(
			...entries.map(({ text, value, path }) =>
				h(
					"li",
					{ className: "entry" },
					h("span", { className: "entry-name", textContent: t(text) }),
					value === undefined ? undefined : h("strong", { textContent: value }),
					path === undefined ? undefined : h("span", { className: "entry-path", textContent: path }),
					icon("right"),
				),
			),
		);
	}

	#drawRows(rows) {
		this.#rows.replaceChildren(
			...rows
				.filter(([, value]) => value !== undefined)
				.map(([text, value]) =>
					h("div", { className: "row" }, h("dt", { textContent: t(text) }), h("dd", { textContent: value })),
				),
		);
	}
}

function image(className) {
	return h("img", { alt: "", className, decoding: "async", referrerPolicy: "no-referrer" });
}

function show(element, text) {
	element.hidden = text === undefined;
	setText(element, text ?? "");
}
