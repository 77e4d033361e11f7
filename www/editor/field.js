import { iconButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { t } from "../i18n/index.js";
import { valueAt } from "../json/pointer.js";
import { Counter } from "./counter.js";
import { idOf } from "./ids.js";
import { makeInput } from "./inputs/index.js";
import { Messages } from "./messages.js";
import { relevanceReason } from "./relevance.js";

/** Inputs of several controls: a `<label>` cannot refer to them. */
const IS_GROUP = new Set(["checkbox", "multiselect"]);

/** One field: its label, input, help, counter and messages. */
export class Field {
	#session;
	#info;
	#input;
	#messages;
	#counter;
	#issues = [];
	#state;
	#parts;
	#isTyping = false;
	/** Whether the value is chosen or generated, not typed, and so has no counter. */
	#hasOwnInput;

	/** `isItem`: the field is an item of a list, which stays when its text is empty. */
	constructor({ session, info, fields, pointer, name = info.label, isItem = false }) {
		this.#session = session;
		this.#info = info;
		this.pointer = pointer;
		const id = idOf(pointer);
		const labelId = idOf(pointer, "label");
		const { action, page } = session.endpoint;
		this.#input = makeInput(
			{
				info,
				id,
				labelId,
				absent: absentText(info, pointer, action),
				enter: (text) =>
					this.#typing(() => (isItem ? session.set(pointer, text) : session.enter(pointer, text))),
				set: (value) => session.set(pointer, value),
				session,
			},
			page.inputs,
		);
		this.#hasOwnInput = info.pointer in (page.inputs ?? {});
		this.#messages = new Messages(session, idOf(pointer, "messages"), () => this.focus());
		this.#counter = new Counter(idOf(pointer, "counter"), info.limitSeverity);
		this.#parts = this.#makeParts(labelId, name, isItem);
		this.#parts.relevance = info.relevantIf && relevanceReason(info, fields);
		this.element = this.#assemble(isItem);
	}

	#makeParts(labelId, name, isItem) {
		const { pointer } = this;
		const isGroup = IS_GROUP.has(this.#info.input);
		return {
			label: h(isGroup ? "span" : "label", {
				className: isItem ? "visually-hidden" : "label",
				id: labelId,
				textContent: name,
				...(isGroup ? {} : { htmlFor: idOf(pointer) }),
			}),
			required: h("span", { className: "tag", textContent: t("required"), hidden: true }),
			changed: h("span", { className: "tag changed", textContent: t("changed"), hidden: true }),
			revert: iconButton({
				name: t("revertField", { field: name }),
				image: "revert",
				className: "icon-button small",
				hidden: true,
				onclick: () => this.#revert(),
			}),
			reason: h("p", { className: "reason", id: idOf(pointer, "reason"), hidden: true }),
			help: h("p", { className: "help", id: idOf(pointer, "help"), textContent: this.#info.help }),
		};
	}

	#assemble(isItem) {
		const { label, required, changed, revert, reason, help } = this.#parts;
		const element = h(
			"div",
			{ className: isItem ? "field item-field" : "field", "data-pointer": this.pointer },
			h(
				"div",
				{ className: "field-head" },
				label,
				required,
				changed,
				revert,
				isItem ? undefined : h("code", { className: "key", textContent: this.#info.name }),
			),
			reason,
			h(
				"div",
				{ className: "field-body" },
				this.#input.element,
				h("div", { className: "field-foot" }, isItem ? undefined : help, this.#counter.element),
			),
			this.#messages.element,
		);
		element.addEventListener("focusout", ({ relatedTarget }) => {
			if (!element.contains(relatedTarget)) {
				this.#session.touch(this.pointer);
			}
		});
		return element;
	}

	focus() {
		this.#input.focusable.focus();
	}

	/** Shows the state of the field. */
	update(state) {
		const { required, changed, revert, reason, relevance } = this.#parts;
		this.#state = state;
		this.#input.write(state.value);
		if (!this.#hasOwnInput) {
			this.#counter.show(state, this.#isTyping);
		}
		required.hidden = !state.required;
		const isChanged = this.#session.card !== undefined && state.dirty;
		changed.hidden = !isChanged;
		revert.hidden = !isChanged || this.pointer.includes("_list/");
		// A value that differs from the card stays editable, so that it can be corrected.
		const isLocked = state.locked !== undefined && !state.dirty;
		this.#input.lock(isLocked);
		this.element.classList.toggle("locked", isLocked);
		const isAside = !state.relevant || isLocked;
		this.element.classList.toggle("irrelevant", !state.relevant);
		this.element.classList.toggle("idle", isAside && state.value === undefined);
		const why = state.locked?.reason ?? (state.relevant ? undefined : relevance);
		reason.hidden = why === undefined;
		if (why !== undefined && reason.lastChild?.textContent !== why) {
			reason.replaceChildren(...(state.locked ? [icon("lock")] : []), h("span", { textContent: why }));
		}
		this.#mark();
	}

	/** Shows the issues of the field. */
	show(issues) {
		this.#issues = issues;
		this.#messages.show(issues, this.#session.isPlain(this.pointer));
		this.#mark();
	}

	#mark() {
		const isPlain = this.#session.isPlain(this.pointer);
		const isWrong = isPlain && this.#issues.some(({ severity }) => severity === "error");
		const { help, reason } = this.#parts;
		const described = [reason, help, this.#counter.element, this.#messages.element];
		const ids = described.filter((part) => !part.hidden && this.element.contains(part)).map(({ id }) => id);
		this.#input.mark("aria-invalid", isWrong || undefined);
		this.#input.mark("aria-required", this.#state?.required || undefined);
		this.#input.mark("aria-describedby", ids.join(" "));
		this.element.classList.toggle("wrong", isWrong);
	}

	#typing(edit) {
		this.#isTyping = true;
		try {
			edit();
		} finally {
			this.#isTyping = false;
		}
	}

	#revert() {
		const value = valueAt(this.#session.card, this.pointer);
		if (value === undefined) {
			this.#session.remove(this.pointer);
		} else {
			this.#session.set(this.pointer, value);
		}
		this.focus();
	}
}

/** The label for no value; `undefined` if a value is needed, such as the kind of a list item. */
function absentText({ required, pointer: place }, pointer, action) {
	if (required && place.includes("*")) {
		return undefined;
	}
	const isTop = pointer.lastIndexOf("/") === 0;
	if (isTop && action === "update") {
		return t("unchanged");
	}
	return t(required ? "choose" : "leaveOut");
}
