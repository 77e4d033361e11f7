import { announce } from "../dom/announce.js";
import { iconButton, textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { changesTable } from "./changes-view.js";
import { leafChanges } from "./leaf-changes.js";
import { Outputs } from "./outputs.js";
import { Signing } from "./signing.js";
import { RequestValues } from "./values.js";

/** How long to wait after an edit before building the request, so that typing stays fast. */
const PAUSE = 120;

/** The request: its values, its outputs and its signature. */
export class RequestPanel {
	#session;
	#root;
	#labelOf;
	#infoOf;
	#showErrors;
	#onready;
	#values;
	#signing = new Signing({
		prepare: () => {
			this.#draw(); // The request may lack the last edit.
			return this.#prepared;
		},
		onsigned: (signed) => {
			this.#signed = signed;
			this.#draw();
		},
	});
	#parts;
	#timer;
	/** Timestamp and nonce. They stay until renewed. */
	#moment = {};
	#prepared;
	#signed;

	/**
	 * `labelOf(pointer)` and `infoOf(pointer)` describe fields, `showErrors()` leads to the first error, and
	 * `onready(isReady)` is called when the request becomes ready or not. The values are kept in `drafts`.
	 */
	constructor(session, root, { drafts, labelOf, infoOf, showErrors, onready }) {
		this.#session = session;
		this.#root = root;
		this.#labelOf = labelOf;
		this.#infoOf = infoOf;
		this.#showErrors = showErrors;
		this.#onready = onready;
		this.#values = new RequestValues(drafts, () => this.#schedule());
		session.listen({
			edit: () => this.#schedule(),
			open: () => {
				const cardId = session.card?.card_id;
				if (typeof cardId === "string") {
					this.#values.setCardId(cardId);
				}
				this.#schedule();
			},
		});
	}

	/** The body, if the request is valid. */
	get body() {
		return this.#prepared?.body;
	}

	/** Builds everything in the language of the page. */
	build() {
		this.#parts = {
			outputs: new Outputs(this.#session.entry.curlCommand),
			blocked: h("div", { className: "blocked", hidden: true }),
			changes: h("div", {
				className: "changes-box",
				tabIndex: 0,
				role: "region",
				"aria-label": t("changesTable"),
				hidden: true,
			}),
			moment: h("dl", { className: "moment" }),
		};
		const { outputs, blocked, changes, moment } = this.#parts;
		const renew = iconButton({ name: t("renew"), image: "refresh", onclick: () => this.#renew() });
		this.#root.replaceChildren(
			h("div", { className: "request-output" }, changes, blocked, outputs.element),
			h(
				"div",
				{ className: "request-values" },
				h("h3", { textContent: t("requestFor") }),
				...this.#values.build(this.#session.endpoint),
				h("div", { className: "moment-row" }, moment, renew),
				...this.#signing.build(),
			),
		);
		this.#draw();
	}

	#schedule() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#draw(), PAUSE);
	}

	#renew() {
		this.#moment = {};
		this.#draw();
		announce(t("renewed"));
	}

	/** Prepares and shows the request. Drops a signature of another message. */
	#draw() {
		clearTimeout(this.#timer);
		const { blocked, outputs } = this.#parts;
		const issues = this.#prepare();
		const prepared = this.#prepared;
		const isReady = prepared !== undefined;
		if (this.#signed?.message !== prepared?.message) {
			this.#signed = undefined;
		}
		this.#values.show(issues.filter(({ location }) => location === "request"));
		blocked.hidden = isReady;
		outputs.element.hidden = !isReady;
		if (isReady) {
			outputs.show(prepared, this.#signed?.base64);
		} else {
			this.#drawBlocked(
				issues.filter(({ location, severity }) => location === "body" && severity === "error"),
			);
		}
		this.#onready(isReady);
		this.#drawChanges();
		this.#drawMoment();
		this.#signing.show({ isReady, signed: this.#signed });
	}

	/** Prepares the request if it is valid. Returns all issues. */
	#prepare() {
		try {
			this.#prepared = this.#session.form.prepare({ ...this.#values.options, ...this.#moment });
		} catch (error) {
			if (!(error instanceof this.#session.entry.ValidationError)) {
				throw error;
			}
			this.#prepared = undefined;
			return error.issues;
		}
		const { timestamp, nonceStr, issues } = this.#prepared;
		this.#moment = { timestamp, nonceStr };
		return issues;
	}

	#drawBlocked({ length: n }) {
		const show = textButton({ text: t("showErrors"), onclick: () => this.#showErrors() });
		this.#parts.blocked.replaceChildren(
			icon("error"),
			h("p", { textContent: n > 0 ? t("blocked", { n }) : t("blockedRequest") }),
			...(n > 0 ? [show] : []),
		);
	}

	#drawChanges() {
		const { changes } = this.#parts;
		const list = this.#session.card === undefined ? [] : this.#session.form.changes();
		changes.hidden = list.length === 0;
		changes.replaceChildren(
			...(list.length === 0 ? [] : [changesTable(list.flatMap(leafChanges), this.#labelOf, this.#infoOf)]),
		);
	}

	#drawMoment() {
		const { timestamp, nonceStr } = this.#moment;
		const entry = (key, value) => [h("dt", { textContent: t(key) }), h("dd", { textContent: value ?? "—" })];
		this.#parts.moment.replaceChildren(...entry("timestamp", timestamp), ...entry("nonce", nonceStr));
	}
}
