import type { Api, DefaultApi, FieldPointer, Given, Payload } from "../bridge/types.js";
import { CardForm } from "../form/card-form.js";
import { steps } from "../form/field-path.js";
import { FormError } from "../form/form-error.js";
import type { InputType } from "../form/types.js";
import { type ApiOptions, readApiOptions } from "../options/api-options.js";
import { kindOf } from "../runtime/describe.js";
import { pointerOf } from "./bound-fields.js";
import { fromLocal } from "./china-time.js";
import { FieldKinds } from "./field-kinds.js";

/** `FormData`, or what has its entries: pairs of names and values, of which a name may have several. */
export type FormEntries = Iterable<readonly [string, unknown]>;

/**
 * The update that a submitted form is: what a server makes of `FormData`, where no `CardForm` was in the page. Names are those
 * of `bindForm`: a top-level field's (`title`) or a JSON pointer (`/balance_information/balance_path`). The table says what
 * becomes of a text: a number, a boolean, a time of China for `datetime-local`; an empty one is left out. Names that are
 * repeated, and lines of a text, make the items of a list.
 *
 * What belongs to no field, such as a token or a button, is left out; a name that is nearly a field's stays as it is, so that
 * `validate` names the field that may be meant. A checkbox that is not ticked is not sent by browsers: the field then stays as it is on
 * the card, unless a hidden input of the same name, before it, says `false`.
 *
 * ```js
 * const form = new FormData();
 * form.append("total_quantity", "5000");
 * form.append("/user_information_form/common_field_list", "USER_FORM_FLAG_MOBILE");
 * form.append("/user_information_form/common_field_list", "USER_FORM_FLAG_NAME");
 * const update = fromFormData(form);
 * update.total_quantity; // 5000
 * update.user_information_form.common_field_list; // ["USER_FORM_FLAG_MOBILE", "USER_FORM_FLAG_NAME"]
 * ```
 */
export function fromFormData<A extends Api = DefaultApi>(
	data: FormEntries,
	...options: Given<ApiOptions<A>>
): Partial<Payload<A>>;
export function fromFormData(data: FormEntries, options: object = {}): object {
	const named = namesApi(readApiOptions(options).api);
	const form = new CardForm(named);
	try {
		const kinds = new FieldKinds(named);
		const { known, others } = parted(valuesByName(data), kinds);
		const update: Branch = {};
		for (const [pointer, values] of inOrder(known)) {
			const value = readValue(values, kinds.of(pointer), (text) => entered(form, pointer, text));
			if (value !== undefined) {
				place(update, steps(pointer), value);
			}
		}
		const nearlyKnown = others.filter(([name]) => isNearlyField(form, name));
		return { ...update, ...Object.fromEntries(nearlyKnown) };
	} finally {
		form.dispose();
	}
}

/** An object or a list that is being made. */
type Branch = Record<string | number, unknown>;

/** A name, or the pointer of a field, and what was given for it. */
type Entry = [name: string, values: unknown[]];

/** What the types of a module with one endpoint say of the options of one that has several. */
function namesApi(api: string | undefined): { api?: DefaultApi } {
	return api === undefined ? {} : { api: api as DefaultApi };
}

/** The values of each name, without those that say nothing: empty texts, and files that nobody chose. */
function valuesByName(data: FormEntries): Map<string, unknown[]> {
	if (typeof (data as Partial<FormEntries> | null | undefined)?.[Symbol.iterator] !== "function") {
		throw new TypeError(`fromFormData takes FormData, or pairs of names and values, not ${kindOf(data)}`);
	}
	const byName = new Map<string, unknown[]>();
	for (const [name, value] of data) {
		const values = byName.get(name) ?? [];
		byName.set(name, values);
		if (!isEmpty(value)) {
			values.push(plain(value));
		}
	}
	return byName;
}

function isEmpty(value: unknown): boolean {
	return value === "" || (value as { size?: unknown } | null)?.size === 0;
}

/** Forms are submitted with CRLF for each line break, whatever the user typed. */
function plain(value: unknown): unknown {
	return typeof value === "string" ? value.replaceAll("\r\n", "\n") : value;
}

/** Those whose names are pointers of fields, and the others. */
function parted(byName: Map<string, unknown[]>, kinds: FieldKinds): { known: Entry[]; others: Entry[] } {
	const [known, others]: [Entry[], Entry[]] = [[], []];
	for (const [name, values] of byName) {
		const pointer = pointerOf(name);
		if (name !== "" && kinds.of(pointer) !== undefined) {
			known.push([pointer, values]);
		} else if (values.length > 0) {
			others.push([name, values.length > 1 ? values : (values[0] as unknown[])]);
		}
	}
	return { known, others };
}

const INDEX = /^\d+$/;

/** The same in the order of items, whose indexes follow each other: a page may have removed a row. */
function inOrder(entries: Entry[]): Entry[] {
	// Not made as this file is loaded: the first takes a host as long as all the rest of the package.
	const collator = new Intl.Collator("en", { numeric: true });
	const sorted = entries.sort(([one], [other]) => collator.compare(one, other));
	/** For each list, by its pointer, the new index of each old one. */
	const lists = new Map<string, Map<string, number>>();
	return sorted.map(([pointer, values]) => [renumbered(pointer, lists), values]);
}

function renumbered(pointer: string, lists: Map<string, Map<string, number>>): string {
	const tokens = pointer.split("/");
	const renumber = (token: string, at: number) => {
		const list = tokens.slice(0, at).join("/");
		const indexes = lists.get(list) ?? new Map<string, number>();
		lists.set(list, indexes);
		const index = indexes.get(token) ?? indexes.size;
		indexes.set(token, index);
		return String(index);
	};
	return tokens.map((token, at) => (INDEX.test(token) ? renumber(token, at) : token)).join("/");
}

/** What was given for a field of that kind. Of several values for one text, the last counts. */
function readValue(
	values: unknown[],
	kind: InputType | undefined,
	enter: (text: string) => unknown,
): unknown {
	if (kind === "multiselect" || kind === "list") {
		const items = values.flatMap((value) => (typeof value === "string" ? value.split("\n") : [value]));
		const given = items.filter((item) => item !== "").map(withoutFile);
		return given.length > 0 ? given : undefined;
	}
	const last = withoutFile(values.at(-1));
	if (typeof last !== "string") {
		return last;
	}
	return kind === "number" || kind === "checkbox"
		? enter(last)
		: kind === "datetime"
			? fromLocal(last)
			: last;
}

/** A file is no value: its text is one that no field takes. */
function withoutFile(value: unknown): unknown {
	return typeof value === "object" ? String(value) : value;
}

/** The value that the text stands for, as a form has it. */
function entered(form: CardForm, pointer: string, text: string): unknown {
	const first = steps(pointer).map((step) => (typeof step === "number" ? 0 : step));
	form.enter(first, text);
	return form.field(first).value;
}

/** Puts a value into the objects and lists that lead to it. */
function place(root: Branch, path: (string | number)[], value: unknown): void {
	let branch = root;
	for (const [at, step] of path.slice(0, -1).entries()) {
		const inside = branch[step];
		const next = typeof inside === "object" ? inside : typeof path[at + 1] === "number" ? [] : {};
		branch[step] = next;
		branch = next as Branch;
	}
	branch[path.at(-1) as string] = value;
}

/** Whether a name may be a field's that is misspelt. */
function isNearlyField(form: CardForm, name: string): boolean {
	try {
		form.field(name as FieldPointer);
	} catch (error) {
		return error instanceof FormError && error.meant !== undefined;
	}
	return false;
}
