import { h, setText } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { barCode, qrCode } from "./codes.js";
import { Picture } from "./picture.js";
import { validityOf } from "./validity.js";

const NUMBER = "1024 4096 8192";
const DYNAMIC_NUMBER = "280731 964415 203877";

/** The card as its holder sees it: the face, the code below it, and the rows of its details. */
export class CardFace {
	#parts;
	#logo;
	#background;

	constructor() {
		const image = () => h("img", { alt: "", decoding: "async", referrerPolicy: "no-referrer" });
		const [logo, background] = [image(), image()];
		this.#logo = new Picture(logo);
		this.#background = new Picture(background);
		const row = (key) => {
			const value = h("dd");
			const element = h("div", { className: "row" }, h("dt", { textContent: t(key) }), value);
			return { element, value };
		};
		this.#parts = {
			initial: h("span", { className: "initial", "aria-hidden": "true" }),
			title: h("p", { className: "face-title" }),
			level: h("span", { className: "level" }),
			validity: h("p", { className: "face-validity" }),
			code: h("div", { className: "code-box" }),
			balance: row("previewBalance"),
			description: row("previewDescription"),
			phone: row("previewPhone"),
			statement: row("previewStatement"),
		};
		const { initial, title, level, validity, code, balance, description, phone, statement } = this.#parts;
		background.className = "face-background";
		logo.className = "face-logo-image";
		this.element = h(
			"div",
			{ className: "wechat" },
			h(
				"div",
				{ className: "face" },
				background,
				h(
					"div",
					{ className: "face-top" },
					h("span", { className: "face-logo" }, initial, logo),
					title,
					level,
				),
				validity,
			),
			code,
			h(
				"dl",
				{ className: "rows" },
				...[balance, description, phone, statement].map(({ element }) => element),
			),
		);
	}

	/** What to draw again when a top-level field changes: each takes the whole update. */
	drawers = {
		title: (card) => this.#title(card),
		logo_url: (card) => this.#logo.show(card.logo_url),
		background_picture_url: (card) => this.#background.show(card.background_picture_url),
		need_display_level: (card) => this.#level(card),
		init_level: (card) => this.#level(card),
		date_information: (card) => this.#validity(card),
		code_type: (card) => this.#code(card),
		need_dynamic_code: (card) => this.#code(card),
		balance_information: (card) =>
			this.#row("balance", card.balance_information?.need_balance === true && "¥ 0.00"),
		description: (card) => this.#row("description", card.description),
		service_phone: (card) => this.#row("phone", card.service_phone),
		additional_statement: (card) => this.#row("statement", card.additional_statement?.title),
	};

	#title({ title }) {
		const isText = typeof title === "string" && title.trim() !== "";
		setText(this.#parts.title, isText ? title : t("previewTitle"));
		this.#parts.title.classList.toggle("absent", !isText);
		setText(this.#parts.initial, isText ? [...title.trim()][0].toUpperCase() : "");
	}

	#level({ need_display_level, init_level }) {
		const isShown =
			need_display_level !== false && typeof init_level === "string" && init_level.trim() !== "";
		this.#parts.level.hidden = !isShown;
		setText(this.#parts.level, isShown ? init_level : "");
	}

	#validity({ date_information }) {
		const validity = validityOf(date_information);
		setText(this.#parts.validity, validity === undefined ? "" : t(...validity));
	}

	#code({ code_type = "BAR_CODE", need_dynamic_code }) {
		const { code } = this.#parts;
		const key = `${code_type} ${need_dynamic_code}`;
		if (code.dataset.key === key) {
			return;
		}
		code.dataset.key = key;
		if (code_type === "NONE_CODE") {
			code.replaceChildren(h("p", { className: "code-note", textContent: t("previewNoCode") }));
			return;
		}
		const isDynamic = need_dynamic_code === true;
		code.replaceChildren(
			...(code_type === "QRCODE" ? [] : [barCode(t("previewBarCode"))]),
			...(code_type === "QRCODE" || code_type === "BAR_CODE_AND_QRCODE" ? [qrCode(t("previewQrCode"))] : []),
			h("p", { className: "code-number", textContent: isDynamic ? DYNAMIC_NUMBER : NUMBER }),
			h("p", { className: "code-note", textContent: t(isDynamic ? "previewDynamic" : "previewSample") }),
		);
	}

	#row(name, value) {
		const { element, value: cell } = this.#parts[name];
		const isText = typeof value === "string" && value !== "";
		element.hidden = !isText;
		setText(cell, isText ? value : "");
	}
}
