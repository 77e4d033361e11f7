import { h, setAttribute } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { onText } from "../editor/composition.js";
import { t } from "../i18n/index.js";

/** The inputs: option, name in issues, label and initial value. */
const INPUTS = [
	{ key: "cardId", pointer: "/card_id", text: "cardId", sample: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ" },
	{ key: "mchid", pointer: "/mchid", text: "mchid", sample: "1900000109" },
	{ key: "brandId", pointer: "/brand_id", text: "brandId", sample: "1004" },
	{
		key: "serialNo",
		pointer: "/serial_no",
		text: "serialNo",
		sample: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	},
	{
		key: "wechatpaySerial",
		pointer: "/wechatpay_serial",
		text: "wechatpaySerial",
		sample: "PUB_KEY_ID_0110040000000000000000000000000000",
	},
];

/** Serial numbers are longer than a line: they wrap, so that all of it is visible. */
const ROWS = { serialNo: 2, wechatpaySerial: 2 };

/** The values of a request besides the body. */
export class RequestValues {
	#drafts;
	#inputs = [];
	#host = "main";
	#rows = new Map();
	#onchange;

	/** The values are kept in `drafts.values`. */
	constructor(drafts, onchange) {
		this.#drafts = drafts;
		this.#onchange = onchange;
	}

	/** The values as options of `prepare`. */
	get options() {
		const values = this.#inputs.map((input) => [input.key, this.#valueOf(input)]);
		return { ...Object.fromEntries(values), host: this.#host };
	}

	/** Builds the inputs of an endpoint in the language of the page. */
	build({ page, api }) {
		const needed = page.requestInputsOf(api);
		this.#inputs = INPUTS.filter(({ key }) => needed.includes(key));
		this.#rows = new Map(this.#inputs.map((input) => [input.pointer, this.#row(input)]));
		return [...[...this.#rows.values()].map(({ element }) => element), this.#hostRow()];
	}

	/** Fills in the card id. */
	setCardId(cardId) {
		this.#enter("cardId", cardId);
		const row = this.#rows.get("/card_id");
		if (row) {
			row.input.value = cardId;
		}
	}

	/** Shows the issues of these values. */
	show(issues) {
		for (const [pointer, { input, messages }] of this.#rows) {
			const own = issues.filter((issue) => issue.pointer === pointer);
			messages.hidden = own.length === 0;
			messages.replaceChildren(
				...own.map(({ severity, message }) =>
					h(
						"li",
						{ className: `message ${severity}` },
						icon(severity),
						h("span", { className: "visually-hidden", textContent: t(severity) }),
						h("span", { textContent: message }),
					),
				),
			);
			setAttribute(input, "aria-invalid", own.some(({ severity }) => severity === "error") || undefined);
			setAttribute(input, "aria-describedby", own.length > 0 ? messages.id : undefined);
		}
	}

	#valueOf({ key, sample }) {
		return this.#drafts.values[key] ?? sample;
	}

	#enter(key, value) {
		this.#drafts.values[key] = value;
		this.#drafts.later();
		this.#onchange();
	}

	#row(described) {
		const { key, pointer, text } = described;
		const id = `request-${key}`;
		const rows = ROWS[key];
		const input = h(rows === undefined ? "input" : "textarea", {
			id,
			className: "input mono",
			autocomplete: "off",
			spellcheck: false,
			value: this.#valueOf(described),
			...(rows === undefined ? { type: "text" } : { rows }),
		});
		// Line breaks are not part of the value.
		onText(input, (value) => this.#enter(key, value.replace(/[\r\n]+/g, "")));
		const messages = h("ul", { className: "messages", id: `${id}-messages`, hidden: true });
		const element = h(
			"div",
			{ className: "field", "data-pointer": pointer },
			h("label", { className: "label", htmlFor: id, textContent: t(text) }),
			input,
			messages,
		);
		return { element, input, messages };
	}

	#hostRow() {
		const choice = (value, text) =>
			h(
				"label",
				{ className: "segment" },
				h("input", {
					type: "radio",
					name: "request-host",
					checked: this.#host === value,
					onchange: () => {
						this.#host = value;
						this.#onchange();
					},
				}),
				h("span", { textContent: text }),
			);
		return h(
			"div",
			{ className: "field" },
			h("span", { className: "label", id: "request-host-label", textContent: t("host") }),
			h(
				"div",
				{ className: "segments", role: "radiogroup", "aria-labelledby": "request-host-label" },
				choice("main", t("hostMain")),
				choice("backup", t("hostBackup")),
			),
		);
	}
}
