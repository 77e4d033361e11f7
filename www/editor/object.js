import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { idOf } from "./ids.js";
import { Messages } from "./messages.js";
import { relevanceReason } from "./relevance.js";

/** An object among other fields: label, help, messages and its fields. */
export class ObjectField {
	#messages;
	#focusFirst;
	#parts;

	/** `children` are the elements of its fields, `focusFirst` focuses the first one. */
	constructor({ session, info, fields, children, focusFirst }) {
		const { pointer, label, help, name } = info;
		this.pointer = pointer;
		this.#focusFirst = focusFirst;
		this.#messages = new Messages(session, idOf(pointer, "messages"), focusFirst);
		const labelId = idOf(pointer, "label");
		this.#parts = {
			required: h("span", { className: "tag", textContent: t("required"), hidden: true }),
			reason: h("p", { className: "reason", hidden: true }),
			help: h("p", { className: "help", textContent: help }),
			relevance: info.relevantIf && relevanceReason(info, fields),
		};
		const { required, reason, help: helpLine } = this.#parts;
		this.element = h(
			"div",
			{ className: "object", role: "group", "aria-labelledby": labelId, "data-pointer": pointer },
			h(
				"div",
				{ className: "field-head" },
				h("span", { className: "label", id: labelId, textContent: label }),
				required,
				h("code", { className: "key", textContent: name }),
			),
			helpLine,
			reason,
			this.#messages.element,
			h("div", { className: "object-fields field-body" }, ...children),
		);
	}

	focus() {
		this.#focusFirst();
	}

	/** Shows the state of the object. */
	update(state) {
		const { required, reason, help, relevance } = this.#parts;
		required.hidden = !state.required;
		const why = state.locked?.reason ?? (state.relevant ? undefined : relevance);
		this.element.classList.toggle("irrelevant", !state.relevant);
		this.element.classList.toggle("idle", !state.relevant && state.value === undefined);
		reason.hidden = why === undefined;
		help.hidden = why !== undefined; // The help does not matter now.
		if (why !== undefined && reason.textContent !== why) {
			reason.replaceChildren(...(state.locked ? [icon("lock")] : []), h("span", { textContent: why }));
		}
	}

	show(issues) {
		this.#messages.show(issues, true);
	}
}
