import { copyButton } from "./dom/copy.js";
import { h, setText } from "./dom/element.js";
import { t } from "./i18n/index.js";
import { links } from "./links.js";

const COMMANDS = ["npm install wechatpay-membercard", "cargo add wechatpay-membercard"];

/** How to use the package in programs, with figures, such as the duration of the last edit. */
export class Use {
	#session;
	#root;
	#speed = h("span");
	#timing;
	#frame;

	constructor(session, root) {
		this.#session = session;
		this.#root = root;
		session.listen({
			timed: (timing) => {
				this.#timing = timing;
				// Drawn later, so that it does not count in the duration.
				this.#frame ??= requestAnimationFrame(() => {
					this.#frame = undefined;
					this.#drawSpeed();
				});
			},
		});
	}

	/** Builds everything for the language and the endpoint. */
	build() {
		const { entry, about, endpoint } = this.#session;
		const documents = [...links(this.#session.locale), { text: "linkOfficial", href: endpoint.document }];
		this.#root.replaceChildren(
			h("ul", { className: "commands", "aria-label": t("install") }, ...COMMANDS.map(command)),
			h(
				"ul",
				{ className: "facts" },
				h("li", {}, h("strong", { textContent: String(entry.fields(about).length) }), " ", t("factFields")),
				h("li", {}, this.#speed),
				h("li", { textContent: t("factKeys") }),
			),
			h("ul", { className: "links" }, ...documents.map(link)),
		);
		this.#drawSpeed();
	}

	#drawSpeed() {
		const timing = this.#timing && {
			check: milliseconds(this.#timing.check),
			draw: milliseconds(this.#timing.draw),
		};
		setText(this.#speed, timing === undefined ? t("factKeystrokeNone") : t("factKeystroke", timing));
	}
}

function command(text) {
	return h(
		"li",
		{ className: "command" },
		h("code", { textContent: text }),
		copyButton(() => text, { className: "button link small" }),
	);
}

function link({ text, href }) {
	return h("li", {}, h("a", { href, target: "_blank", rel: "noopener", textContent: t(text) }));
}

/** A duration with the precision of the browser's clock. */
function milliseconds(time) {
	return time < 0.1 ? "< 0.1" : time.toFixed(1);
}
