import { announce } from "../dom/announce.js";
import { textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { locale, t } from "../i18n/index.js";
import { canSign, signWithKey } from "./key.js";
import { findSigner, signWithServer } from "./server.js";

/** Signs the request: with a temporary key of this page, or by the page's server if it signs. */
export class Signing {
	#prepare;
	#onsigned;
	#server = findSigner();
	#parts;

	/** `prepare()` returns the request to sign, if there is one. `onsigned(signed)` is called with the outcome. */
	constructor({ prepare, onsigned }) {
		this.#prepare = prepare;
		this.#onsigned = onsigned;
	}

	/** Builds the buttons in the language of the page. */
	build() {
		const withServer = textButton({
			text: t("signWithServer"),
			hidden: true,
			onclick: () =>
				this.#sign(async (prepared) => ({ signature: await signWithServer(await this.#server, prepared) })),
		});
		this.#server.then((address) => {
			withServer.hidden = address === undefined;
		});
		this.#parts = {
			withServer,
			withKey: textButton({
				text: t("signWithKey"),
				image: "key",
				className: "button primary",
				onclick: () => this.#sign(({ message }) => signWithKey(message)),
			}),
			signature: h("div", { className: "signature", hidden: true }),
			failure: h("p", { className: "message error", role: "alert", hidden: true }),
		};
		const { withKey, failure, signature } = this.#parts;
		return [
			h("h3", { textContent: t("sign") }),
			h("p", { className: "help", textContent: t("signLead") }),
			h("div", { className: "sign-buttons" }, withKey, withServer),
			h("p", { className: "help", textContent: t(canSign() ? "signKeyNote" : "signUnavailable") }),
			failure,
			signature,
		];
	}

	/** Shows the outcome of `onsigned`, and whether the request can be signed. */
	show({ isReady, signed }) {
		const { withKey, withServer, signature, failure } = this.#parts;
		withKey.disabled = !isReady || !canSign();
		withServer.disabled = !isReady;
		failure.hidden = true;
		signature.hidden = signed === undefined;
		if (signed !== undefined) {
			signature.replaceChildren(
				h("p", { className: "signed" }, icon("check"), h("span", { textContent: outcomeOf(signed) })),
				h("pre", {
					className: "code small",
					tabIndex: 0,
					role: "region",
					"aria-label": t("sign"),
					textContent: signed.base64,
				}),
			);
		}
	}

	async #sign(signer) {
		const prepared = this.#prepare();
		if (prepared === undefined) {
			return;
		}
		announce(t("signing"));
		try {
			const { signature, verified } = await signer(prepared);
			if (verified === false) {
				throw new Error("the public key refuses the signature");
			}
			const { Authorization } = prepared.complete(signature, { locale: locale() }).headers;
			const [, base64] = /signature="([^"]+)"/.exec(Authorization);
			const signed = { base64, verified, message: prepared.message };
			this.#onsigned(signed);
			announce(`${t("signed")}. ${outcomeOf(signed)}`);
		} catch ({ message }) {
			const { failure } = this.#parts;
			failure.hidden = false;
			failure.replaceChildren(
				icon("error"),
				h("span", { textContent: t("signFailed", { reason: message }) }),
			);
		}
	}
}

function outcomeOf({ verified }) {
	return t(verified ? "verified" : "signedByServer");
}
