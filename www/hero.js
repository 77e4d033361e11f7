import { fields } from "/package/browser.mjs";
import { copyButton } from "./dom/copy.js";
import { h, setText } from "./dom/element.js";
import { t } from "./i18n/index.js";

const COMMANDS = ["npm install wechatpay-membercard", "cargo add wechatpay-membercard"];

/** How to install the package, and what can be said about it in figures: also how long the last edit took. */
export class Hero {
	#root;
	#speed = h("span");
	#timing;
	#frame;

	constructor(session, root) {
		this.#root = root;
		session.listen({
			timed: (timing) => {
				this.#timing = timing;
				// Not in the time that it tells.
				this.#frame ??= requestAnimationFrame(() => {
					this.#frame = undefined;
					this.#drawSpeed();
				});
			},
		});
	}

	/** Makes everything, in the language of the page. */
	build() {
		const command = (text) =>
			h(
				"li",
				{ className: "command" },
				h("code", { textContent: text }),
				copyButton(() => text, { className: "button link small" }),
			);
		this.#root.replaceChildren(
			h("ul", { className: "commands", "aria-label": t("install") }, ...COMMANDS.map(command)),
			h(
				"ul",
				{ className: "facts" },
				h("li", {}, h("strong", { textContent: String(fields().length) }), " ", t("factFields")),
				h("li", {}, this.#speed),
				h("li", { textContent: t("factKeys") }),
			),
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

/** A time as precise as browsers tell it. */
function milliseconds(time) {
	return time < 0.1 ? "< 0.1" : time.toFixed(1);
}
