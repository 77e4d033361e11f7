import { h, setAttribute } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { onText } from "../editor/composition.js";
import { t } from "../i18n/index.js";

/** The inputs, by the names that issues have for them. */
const INPUTS = [
	{ key: "cardId", pointer: "/card_id", text: "cardId", sample: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ" },
	{ key: "mchid", pointer: "/mchid", text: "mchid", sample: "1900000109" },
	{
		key: "serialNo",
		pointer: "/serial_no",
		text: "serialNo",
		sample: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	},
];

/** The values that a request needs beside the update. */
export class RequestValues {
	#values = Object.fromEntries(INPUTS.map(({ key, sample }) => [key, sample]));
	#host = "main";
	#rows = new Map();
	#onchange;

	constructor(onchange) {
		this.#onchange = onchange;
	}

	/** The values, as `prepare` takes them. */
	get options() {
		return { ...this.#values, host: this.#host };
	}

	/** Makes the inputs, in the language of the page. */
	build() {
		this.#rows = new Map(INPUTS.map((input) => [input.pointer, this.#row(input)]));
		return [...[...this.#rows.values()].map(({ element }) => element), this.#hostRow()];
	}

	/** Fills in the id of a card. */
	setCardId(cardId) {
		this.#values.cardId = cardId;
		const row = this.#rows.get("/card_id");
		if (row) {
			row.input.value = cardId;
		}
		this.#onchange();
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

	#row({ key, pointer, text }) {
		const id = `request-${key}`;
		const input = h("input", {
			id,
			type: "text",
			className: "input mono",
			autocomplete: "off",
			spellcheck: false,
			value: this.#values[key],
		});
		onText(input, (value) => {
			this.#values[key] = value;
			this.#onchange();
		});
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
