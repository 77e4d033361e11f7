import { h } from "../dom/element.js";
import { t } from "../i18n/index.js";
import { parentOf } from "../json/pointer.js";
import { Field } from "./field.js";
import { idOf } from "./ids.js";
import { List } from "./list.js";
import { Messages } from "./messages.js";
import { ObjectField } from "./object.js";

/**
 * The editor of the whole body, built from the package's metadata. An edit redraws only the fields and messages that
 * changed.
 */
export class Editor {
	#session;
	#root;
	#fields;
	/** The view of each field by pointer: a field, a list, or the messages of an object. */
	#views = new Map();
	/** Pointers of the views that show issues. */
	#shown = new Set();

	constructor(session, root) {
		this.#session = session;
		this.#root = root;
		session.listen({
			edit: (changes) => this.#edit(changes),
			open: () => this.draw(),
			touch: (pointer) => this.#showIssues([pointer]),
		});
	}

	/** The sections: names, labels and the ids of their headings. */
	get sections() {
		return this.#groups().map(({ name, label }) => ({ name, label, id: `section-${name}` }));
	}

	/** The label of the field of an issue. */
	labelOf(pointer) {
		return this.infoOf(pointer)?.label ?? (pointer === "" ? t("wholeUpdate") : pointer.slice(1));
	}

	/** The metadata of a field, or of the closest one around it. */
	infoOf(pointer) {
		for (let at = pointer; at; at = parentOf(at)) {
			const info = this.#fields.get(at.replace(/\/\d+(?=\/|$)/g, "/*"));
			if (info !== undefined) {
				return info;
			}
		}
		return undefined;
	}

	/** The section of a field. */
	sectionOf(pointer) {
		return this.infoOf(pointer)?.group.name;
	}

	/** Issues in the order of the editor, those of the whole update first. */
	inOrder(issues) {
		const orderOf = ({ pointer }) => this.infoOf(pointer)?.order ?? -1;
		return [...issues].sort((one, other) => orderOf(one) - orderOf(other));
	}

	/** Builds everything in the language of the session. */
	build() {
		const list = this.#session.entry.fields(this.#session.about);
		this.#fields = new Map(list.map((info) => [info.pointer, info]));
		this.#views.clear();
		const overall = new Messages(this.#session, "messages-overall", () => this.#root.focus());
		overall.element.classList.add("overall");
		overall.element.tabIndex = -1;
		this.#register({
			pointer: "",
			show: (issues) => overall.show(issues, true),
			focus: () => overall.element.focus(),
			element: overall.element,
		});
		this.#root.replaceChildren(overall.element, ...this.#groups().map((group) => this.#section(group)));
		this.draw();
	}

	/** Draws every field and every message. */
	draw() {
		for (const info of this.#fields.values()) {
			if (!info.pointer.includes("*")) {
				this.#draw(info.pointer);
			}
		}
		for (const pointer of [...this.#views.keys()].filter((pointer) => this.#isInside(pointer))) {
			this.#draw(pointer);
		}
		this.#showIssues();
	}

	/** Moves the focus to the field of an issue, or to the nearest view. */
	focus(pointer) {
		const view = this.#views.get(this.#nearest(pointer));
		view.focus();
		view.element.scrollIntoView({ block: "center" });
	}

	#edit({ fields, appeared, changed, gone }) {
		for (const state of fields) {
			this.#views.get(state.pointer)?.update?.(state);
		}
		if (appeared.length + changed.length + gone.length > 0) {
			this.#showIssues();
		}
	}

	#draw(pointer) {
		const view = this.#views.get(pointer);
		const state = view?.update && this.#session.field(pointer);
		if (state !== undefined) {
			view.update(state);
		}
	}

	/** Shows all issues, or those of some fields, at their fields or the nearest views. */
	#showIssues(only) {
		const found = new Map();
		for (const issue of this.#session.form.issues()) {
			const at = issue.location === "body" ? this.#nearest(issue.pointer) : "";
			found.set(at, [...(found.get(at) ?? []), issue]);
		}
		for (const pointer of only ?? new Set([...this.#shown, ...found.keys()])) {
			this.#views.get(pointer)?.show(found.get(pointer) ?? []);
		}
		this.#shown = new Set(found.keys());
	}

	#nearest(pointer) {
		let at = pointer;
		while (!this.#views.has(at)) {
			at = parentOf(at);
		}
		return at;
	}

	#register(view) {
		this.#views.set(view.pointer, view);
		return view.element;
	}

	#forget(pointer) {
		for (const other of this.#views.keys()) {
			if (other === pointer || other.startsWith(`${pointer}/`)) {
				this.#views.delete(other);
			}
		}
	}

	#isInside(pointer) {
		return !this.#fields.has(pointer) && pointer !== "";
	}

	#groups() {
		return [...new Map([...this.#fields.values()].map(({ group }) => [group.name, group])).values()];
	}

	/** A section with the fields of a group. If the group is a single object, the section shows its fields. */
	#section({ name, label }) {
		const tops = this.#children("").filter(({ group }) => group.name === name);
		const object = tops.length === 1 && tops[0].input === "object" ? tops[0] : undefined;
		const id = `section-${name}`;
		return h(
			"section",
			{ className: "section", "aria-labelledby": id, "data-pointer": object?.pointer },
			h(
				"header",
				{ className: "section-head" },
				h("h3", { id, tabIndex: -1, textContent: label }),
				object && h("code", { className: "key", textContent: object.name }),
			),
			object && h("p", { className: "section-lead", textContent: object.help }),
			...(object ? this.#object(object) : tops.map((info) => this.#view(info, info.pointer))),
		);
	}

	/** The messages and fields of an object that has its own section. */
	#object(info) {
		const { pointer } = info;
		const children = this.#children(pointer);
		const focus = () => this.#views.get(children[0].pointer).focus();
		const messages = new Messages(this.#session, idOf(pointer, "messages"), focus);
		this.#register({
			pointer,
			show: (issues) => messages.show(issues, true),
			element: messages.element,
			focus,
		});
		return [messages.element, ...children.map((child) => this.#view(child, child.pointer))];
	}

	#view(info, pointer) {
		switch (info.input) {
			case "list":
				return this.#register(this.#list(info, pointer));
			case "object":
				return this.#register(this.#objectField(info));
			default:
				return this.#register(this.#field(info, pointer));
		}
	}

	/** An object that shares its section with other fields. */
	#objectField(info) {
		const children = this.#children(info.pointer);
		return new ObjectField({
			session: this.#session,
			info,
			fields: this.#fields,
			children: children.map((child) => this.#view(child, child.pointer)),
			focusFirst: () => this.#views.get(children[0].pointer).focus(),
		});
	}

	#field(info, pointer, more = {}) {
		return new Field({ session: this.#session, info, fields: this.#fields, pointer, ...more });
	}

	#list(info, pointer) {
		const ofTexts = this.#fields.has(`${info.pointer}/*`);
		const view = new List({
			session: this.#session,
			info,
			fields: this.#fields,
			pointer,
			blank: ofTexts ? "" : this.#blankItem(info),
			addText: t(ofTexts ? "addValue" : "addCustomField"),
			forget: (item) => this.#forget(item),
			makeItem: (item, index) => {
				const made = ofTexts ? this.#textItem(info, item, index) : this.#objectItem(info, item, index);
				for (const inner of [...this.#views.keys()].filter(
					(key) => key === item || key.startsWith(`${item}/`),
				)) {
					this.#draw(inner);
				}
				return made;
			},
		});
		return view;
	}

	#textItem(info, pointer, index) {
		const name = t("itemOf", { label: info.label, n: index + 1 });
		const field = this.#field(this.#fields.get(`${info.pointer}/*`), pointer, { name, isItem: true });
		return { name, element: h("div", { className: "text-item" }, this.#register(field)) };
	}

	#objectItem(info, pointer, index) {
		const name = t("item", { n: index + 1 });
		const children = this.#children(`${info.pointer}/*`).map((child) => ({
			child,
			pointer: pointer + child.pointer.slice(info.pointer.length + 2),
		}));
		const focus = () => this.#views.get(children[0].pointer).focus();
		const messages = new Messages(this.#session, idOf(pointer, "messages"), focus);
		this.#register({
			pointer,
			show: (issues) => messages.show(issues, true),
			element: messages.element,
			focus,
		});
		const labelId = idOf(pointer, "label");
		const head = h(
			"div",
			{ className: "item-head" },
			h("span", { className: "item-name", id: labelId, textContent: name }),
		);
		return {
			name,
			head,
			element: h(
				"div",
				{ className: "object-item", role: "group", "aria-labelledby": labelId },
				head,
				messages.element,
				...children.map((inner) => this.#view(inner.child, inner.pointer)),
			),
		};
	}

	/** A new item of a list of objects, of the first kind. */
	#blankItem(info) {
		const [kind] = this.#children(`${info.pointer}/*`).filter(({ input }) => input === "select");
		return { [kind.name]: kind.options[0].value };
	}

	/** The fields right below a pointer. */
	#children(pointer) {
		const depth = pointer.split("/").length + 1;
		const isChild = (info) =>
			info.pointer.startsWith(`${pointer}/`) && info.pointer.split("/").length === depth;
		return [...this.#fields.values()].filter(isChild);
	}
}
