import { announce } from "../dom/announce.js";
import { iconButton, textButton } from "../dom/button.js";
import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { Counter } from "./counter.js";
import { idOf } from "./ids.js";
import { Messages } from "./messages.js";
import { relevanceReason } from "./relevance.js";

/** A list. Buttons add, remove and move items. */
export class List {
	#session;
	#messages;
	#counter;
	#items = h("ol", { className: "items" });
	#count = 0;
	#parts;
	#makeItem;
	#blank;

	/**
	 * `makeItem(pointer, index)` creates an item and registers its views with the editor. It returns `{ element, name }`,
	 * and `head` if the buttons belong there. `forget(pointer)` is called for each removed item. `blank` is the value of a
	 * new item.
	 */
	constructor({ session, info, fields, pointer, makeItem, forget, blank, addText }) {
		this.#session = session;
		this.#makeItem = makeItem;
		this.#blank = blank;
		this.forget = forget;
		this.pointer = pointer;
		this.#messages = new Messages(session, idOf(pointer, "messages"), () => this.focus());
		this.#counter = new Counter(idOf(pointer, "counter"), info.limitSeverity);
		this.#parts = {
			required: h("span", { className: "tag", textContent: t("required"), hidden: true }),
			reason: h("p", { className: "reason", hidden: true }),
			relevance: info.relevantIf && relevanceReason(info, fields),
			add: textButton({
				text: addText,
				image: "add",
				className: "button quiet",
				id: idOf(pointer),
				onclick: () => this.#add(),
			}),
			label: info.label,
		};
		const labelId = idOf(pointer, "label");
		this.element = h(
			"div",
			{ className: "list", role: "group", "aria-labelledby": labelId, "data-pointer": pointer },
			h(
				"div",
				{ className: "field-head" },
				h("span", { className: "label", id: labelId, textContent: info.label }),
				this.#parts.required,
				h("code", { className: "key", textContent: info.name }),
			),
			this.#parts.reason,
			h(
				"div",
				{ className: "field-body list-body" },
				h(
					"div",
					{ className: "field-foot" },
					h("p", { className: "help", textContent: info.help }),
					this.#counter.element,
				),
				this.#items,
				this.#parts.add,
			),
			this.#messages.element,
		);
	}

	focus() {
		this.#parts.add.focus();
	}

	/** Shows the state of the list. Rebuilds the items only if their number changed. */
	update(state) {
		const { required, reason, relevance } = this.#parts;
		const count = Array.isArray(state.value) ? state.value.length : 0;
		this.#counter.show({ ...state, count: state.count ?? 0 });
		required.hidden = !state.required;
		const isIdle = !state.relevant;
		this.element.classList.toggle("irrelevant", isIdle);
		this.element.classList.toggle("idle", isIdle && count === 0);
		reason.hidden = !isIdle;
		reason.textContent = isIdle ? relevance : "";
		if (count !== this.#count) {
			this.#rebuild(count);
		}
	}

	show(issues) {
		this.#messages.show(issues, true);
	}

	#rebuild(count) {
		for (let index = 0; index < this.#count; index++) {
			this.forget(`${this.pointer}/${index}`);
		}
		this.#count = count;
		const items = Array.from({ length: count }, (_, index) => this.#item(index, count));
		this.#items.replaceChildren(...items.map(({ element }) => element));
	}

	#item(index, count) {
		const { element, name, head = element } = this.#makeItem(`${this.pointer}/${index}`, index);
		const tool = (key, image, isOff, onclick) =>
			iconButton({
				name: t(key, { item: name }),
				image,
				disabled: isOff,
				className: `icon-button tool-${image}`,
				onclick,
			});
		head.append(
			h(
				"div",
				{ className: "item-tools" },
				tool("moveUp", "up", index === 0, () => this.#move(index, index - 1, "up")),
				tool("moveDown", "down", index === count - 1, () => this.#move(index, index + 1, "down")),
				tool("removeItem", "remove", false, () => this.#remove(index)),
			),
		);
		return { element: h("li", { className: "item" }, element) };
	}

	#add() {
		const index = this.#count;
		this.#session.set(`${this.pointer}/${index}`, this.#blank);
		this.#items.lastElementChild?.querySelector("select, input")?.focus();
	}

	#move(from, to, direction) {
		this.#session.move(this.pointer, from, to);
		const tools = this.#tools(to);
		const same = tools.querySelector(`.tool-${direction}`);
		(same.disabled ? tools.querySelector("button:not(:disabled)") : same).focus();
		announce(t("movedTo", { n: to + 1 }));
	}

	#remove(index) {
		this.#session.remove(`${this.pointer}/${index}`);
		const next = Math.min(index, this.#count - 1);
		(next < 0 ? this.#parts.add : this.#tools(next).querySelector(".tool-remove")).focus();
		announce(t("removed"));
	}

	/** The buttons of an item itself, not those of a list within it. */
	#tools(index) {
		return this.#items.children[index].querySelector(".item-tools");
	}
}
