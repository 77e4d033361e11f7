import { ValidationError } from "/package/browser.mjs";
import { announce } from "../dom/announce.js";
import { iconButton, textButton } from "../dom/button.js";
import { copyButton } from "../dom/copy.js";
import { h, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { tabs } from "../dom/tabs.js";
import { t } from "../i18n/index.js";
import { changesTable } from "./changes-view.js";
import { curlOf } from "./curl.js";
import { jsonParts } from "./json-view.js";
import { canSign, signWithKey } from "./key.js";
import { messageRows } from "./message-view.js";
import { findSigner, signWithServer } from "./server.js";
import { RequestValues } from "./values.js";

/** How long the form must rest before the request is made again: it is not what a keystroke waits for. */
const PAUSE = 120;
/** Stands in the place of the signature until there is one. */
const UNSIGNED = `${"A".repeat(342)}==`;

/** The request that carries what is to be sent: body, message, headers, command, and its signature. */
export class RequestPanel {
	#session;
	#root;
	#values = new RequestValues(() => this.#schedule());
	#labelOf;
	#showErrors;
	#parts;
	#timer;
	#moment = {};
	#prepared;
	#signature;
	#signer;

	/** `labelOf(pointer)` names a field, `showErrors()` leads to the first error. */
	constructor(session, root, { labelOf, showErrors }) {
		this.#session = session;
		this.#root = root;
		this.#labelOf = labelOf;
		this.#showErrors = showErrors;
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
		findSigner().then((address) => {
			this.#signer = address;
			if (this.#parts) {
				this.#parts.signWithServer.hidden = address === undefined;
			}
		});
	}

	/** The body as far as it is valid. */
	get body() {
		return this.#prepared?.body;
	}

	/** Makes everything, in the language of the page. */
	build() {
		const view = (content, read) =>
			h("div", { className: "output" }, h("div", { className: "output-tools" }, copyButton(read)), content);
		const code = (name) =>
			h("pre", { className: "code", tabIndex: 0, role: "region", "aria-label": t(name) });
		const [body, headers, curl] = [code("body"), code("headers"), code("curl")];
		const message = h("ol", { className: "code message-lines", tabIndex: 0, "aria-label": t("message") });
		const sizes = {
			body: h("span", { className: "output-size" }),
			message: h("span", { className: "output-size" }),
		};
		const unsigned = () => h("p", { className: "output-note", textContent: t("unsignedNote") });
		const notes = [unsigned(), unsigned()];
		const bodyPanel = view(body, () => this.#prepared.body);
		bodyPanel.querySelector(".output-tools").prepend(sizes.body);
		const messagePanel = view(message, () => this.#prepared.message);
		messagePanel.querySelector(".output-tools").prepend(sizes.message);
		messagePanel.append(h("p", { className: "output-note", textContent: t("messageNote") }));
		const { row, panels } = tabs(t("request"), [
			{ id: "message", text: t("message"), panel: messagePanel },
			{ id: "body", text: t("body"), panel: bodyPanel },
			{ id: "headers", text: t("headers"), panel: view(headers, () => toCopy(this.#headersText())) },
			{ id: "curl", text: t("curl"), panel: view(curl, () => toCopy(curlOf(this.#signed()))) },
		]);
		panels[2].append(notes[0]);
		panels[3].append(notes[1]);
		this.#parts = {
			body,
			headers,
			curl,
			message,
			sizes,
			notes,
			outputs: h("div", { className: "outputs" }, row, ...panels),
			blocked: h("div", { className: "blocked", hidden: true }),
			url: h("p", { className: "request-line" }),
			changes: h("div", {
				className: "changes-box",
				tabIndex: 0,
				role: "region",
				"aria-label": t("changesTable"),
				hidden: true,
			}),
			moment: h("dl", { className: "moment" }),
			signWithKey: textButton({
				text: t("signWithKey"),
				image: "key",
				className: "button primary",
				onclick: () => this.#sign(async ({ message }) => signWithKey(message)),
			}),
			signWithServer: textButton({
				text: t("signWithServer"),
				className: "button",
				hidden: this.#signer === undefined,
				onclick: () =>
					this.#sign(async (prepared) => ({ signature: await signWithServer(this.#signer, prepared) })),
			}),
			signature: h("div", { className: "signature", hidden: true }),
			signFailure: h("p", { className: "message error", role: "alert", hidden: true }),
		};
		const parts = this.#parts;
		parts.signWithKey.disabled = !canSign();
		this.#root.replaceChildren(
			h(
				"div",
				{ className: "request-values" },
				h("h3", { textContent: t("requestFor") }),
				...this.#values.build(),
				h(
					"div",
					{ className: "moment-row" },
					parts.moment,
					iconButton({ name: t("renew"), image: "refresh", onclick: () => this.#renew() }),
				),
				h("h3", { textContent: t("sign") }),
				h("p", { className: "help", textContent: t("signLead") }),
				h("div", { className: "sign-buttons" }, parts.signWithKey, parts.signWithServer),
				h("p", { className: "help", textContent: t(canSign() ? "signKeyNote" : "signUnavailable") }),
				parts.signFailure,
				parts.signature,
			),
			h("div", { className: "request-output" }, parts.changes, parts.url, parts.blocked, parts.outputs),
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

	/** Prepares the request again, and shows it; a signature of another message goes away. */
	#draw() {
		clearTimeout(this.#timer);
		const { blocked, outputs, url } = this.#parts;
		const before = this.#prepared?.message;
		let issues;
		try {
			this.#prepared = this.#session.form.prepare({
				...this.#values.options,
				...this.#moment,
				locale: this.#session.locale,
			});
			const { timestamp, nonceStr } = this.#prepared;
			this.#moment = { timestamp, nonceStr };
			issues = this.#prepared.issues;
		} catch (error) {
			if (!(error instanceof ValidationError)) {
				throw error;
			}
			this.#prepared = undefined;
			issues = error.issues;
		}
		if (this.#prepared?.message !== before) {
			this.#signature = undefined;
		}
		this.#values.show(issues.filter(({ location }) => location === "request"));
		const errors = issues.filter(({ location, severity }) => location === "body" && severity === "error");
		const isReady = this.#prepared !== undefined;
		blocked.hidden = isReady;
		outputs.hidden = !isReady;
		url.hidden = !isReady;
		if (isReady) {
			this.#drawOutputs();
		} else {
			this.#drawBlocked(errors.length);
		}
		this.#drawChanges();
		this.#drawMoment();
		this.#drawSignature();
	}

	#drawBlocked(errors) {
		this.#parts.blocked.replaceChildren(
			icon("error"),
			h("p", { textContent: errors > 0 ? t("blocked", { n: errors }) : t("blockedRequest") }),
			...(errors > 0
				? [textButton({ text: t("showErrors"), className: "button", onclick: () => this.#showErrors() })]
				: []),
		);
	}

	#drawOutputs() {
		const { body, headers, curl, message, sizes, url, notes } = this.#parts;
		const prepared = this.#prepared;
		url.replaceChildren(
			h("strong", { textContent: prepared.method }),
			" ",
			h("code", { textContent: prepared.url }),
		);
		setText(sizes.body, prepared.body === "{}" ? t("nothingToSend") : bytesOf(prepared.body));
		setText(sizes.message, bytesOf(prepared.message));
		body.replaceChildren(...jsonParts(prepared.body));
		message.replaceChildren(...messageRows(prepared.message));
		headers.replaceChildren(...withPlaceholder(this.#headersText()));
		curl.replaceChildren(...withPlaceholder(curlOf(this.#signed())));
		for (const note of notes) {
			note.hidden = this.#signature !== undefined;
		}
	}

	#drawChanges() {
		const { changes } = this.#parts;
		const list = this.#session.card === undefined ? [] : this.#session.form.changes();
		changes.hidden = list.length === 0;
		changes.replaceChildren(...(list.length === 0 ? [] : [changesTable(list, this.#labelOf)]));
	}

	#drawMoment() {
		const { timestamp, nonceStr } = this.#moment;
		const entry = (key, value) => [h("dt", { textContent: t(key) }), h("dd", { textContent: value ?? "—" })];
		this.#parts.moment.replaceChildren(...entry("timestamp", timestamp), ...entry("nonce", nonceStr));
	}

	#drawSignature() {
		const { signature, signFailure, signWithKey, signWithServer } = this.#parts;
		signWithKey.disabled = this.#prepared === undefined || !canSign();
		signWithServer.disabled = this.#prepared === undefined;
		signature.hidden = this.#signature === undefined;
		signFailure.hidden = true;
		if (this.#signature !== undefined) {
			const { base64, verified } = this.#signature;
			signature.replaceChildren(
				h(
					"p",
					{ className: "signed" },
					icon("check"),
					h("span", { textContent: t(verified ? "verified" : "signedByServer") }),
				),
				h("pre", {
					className: "code small",
					tabIndex: 0,
					role: "region",
					"aria-label": t("sign"),
					textContent: base64,
				}),
			);
		}
	}

	async #sign(signer) {
		this.#draw(); // An edit may not be in the request yet.
		const prepared = this.#prepared;
		if (prepared === undefined) {
			return;
		}
		const { signFailure } = this.#parts;
		signFailure.hidden = true;
		announce(t("signing"));
		try {
			const { signature, verified } = await signer(prepared);
			if (verified === false) {
				throw new Error("the public key refuses the signature");
			}
			const request = prepared.complete(signature);
			if (this.#prepared?.message !== prepared.message) {
				return; // It changed in the meantime.
			}
			const base64 = /signature="([^"]+)"/.exec(request.headers.Authorization)[1];
			this.#signature = { request, base64, verified };
			this.#drawOutputs();
			this.#drawSignature();
			announce(`${t("signed")}. ${t(verified ? "verified" : "signedByServer")}`);
		} catch (error) {
			signFailure.hidden = false;
			signFailure.replaceChildren(
				icon("error"),
				h("span", { textContent: t("signFailed", { reason: error.message }) }),
			);
		}
	}

	/** The request with its signature, or with what stands in its place. */
	#signed() {
		return this.#signature?.request ?? this.#prepared.complete(UNSIGNED);
	}

	#headersText() {
		return Object.entries(this.#signed().headers)
			.map(([name, value]) => `${name}: ${value}`)
			.join("\n");
	}
}

function bytesOf(text) {
	return t("bytes", { n: new TextEncoder().encode(text).length });
}

/** A text to copy, in which the absent signature cannot be taken for one. */
function toCopy(text) {
	return text.replace(UNSIGNED, "SIGNATURE");
}

/** A text as nodes, in which the absent signature is called that. */
function withPlaceholder(text) {
	const at = text.indexOf(UNSIGNED);
	if (at < 0) {
		return [text];
	}
	const placeholder = h("span", { className: "placeholder", textContent: t("notSigned") });
	return [text.slice(0, at), placeholder, text.slice(at + UNSIGNED.length)];
}
