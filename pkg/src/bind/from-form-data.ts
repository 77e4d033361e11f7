import type { Api, DefaultApi, FieldPointer, OptionsArgument, Payload } from "../bridge/types.js";
import { CardForm } from "../form/card-form.js";
import { steps } from "../form/field-path.js";
import { InputTypes } from "../form/fields.js";
import { FormError } from "../form/form-error.js";
import type { InputType } from "../form/types.js";
import { type ApiOptions, readApiOptions } from "../options/api-options.js";
import { kindOf } from "../runtime/describe.js";
import { pointerOf } from "./bound-fields.js";
import { fromLocal } from "./china-time.js";

/** `FormData`, or any pairs of names and values. A name may occur several times. */
export type FormEntries = Iterable<readonly [string, unknown]>;

/**
 * Turns a submitted form (`FormData`) into an update, for servers whose page has no `CardForm`. Names are those of
 * `bindForm`: the name of a top-level field (`title`) or a JSON pointer (`/balance_information/balance_path`). Text
 * becomes a number, a boolean or a China time (`datetime-local`) as the field requires; empty text is left out.
 * Repeated names, and the lines of a text, become the items of a list.
 *
 * Entries that belong to no field, such as a token or a button, are left out. A name that looks like a misspelt field
 * is kept, so that `validate` can suggest the field. Browsers do not send an unticked checkbox: the field then stays as
 * it is on the card, unless a hidden input of the same name before it has the value `false`.
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
	...options: OptionsArgument<ApiOptions<A>>
): Partial<Payload<A>>;
export function fromFormData(data: FormEntries, options: object = {}): object {
	const named = apiOption(readApiOptions(options).api);
	const form = new CardForm(named);
	try {
		const inputTypes = new InputTypes(named);
		const { known, others } = splitByField(valuesByName(data), inputTypes);
		const update: Branch = {};
		for (const [pointer, values] of sortAndRenumber(known)) {
			const value = readValue(values, inputTypes.of(pointer), (text) => parseText(form, pointer, text));
			if (value !== undefined) {
				setAt(update, steps(pointer), value);
			}
		}
		const misspelt = others.filter(([name]) => isMisspeltField(form, name));
		return { ...update, ...Object.fromEntries(misspelt) };
	} finally {
		form.dispose();
	}
}

/** An object or a list under construction. */
type Branch = Record<string | number, unknown>;

/** A name or a field's pointer, with its values. */
type Entry = [name: string, values: unknown[]];

/** The types of this entry know one default endpoint; other modules have several. */
function apiOption(api: string | undefined): { api?: DefaultApi } {
	return api === undefined ? {} : { api: api as DefaultApi };
}

/** The values of each name, without empty texts and files that nobody chose. */
function valuesByName(data: FormEntries): Map<string, unknown[]> {
	if (typeof (data as Partial<FormEntries> | null | undefined)?.[Symbol.iterator] !== "function") {
		throw new TypeError(`fromFormData takes FormData, or pairs of names and values, not ${kindOf(data)}`);
	}
	const byName = new Map<string, unknown[]>();
	for (const [name, value] of data) {
		const values = byName.get(name) ?? [];
		byName.set(name, values);
		if (!isEmpty(value)) {
			values.push(withLineFeeds(value));
		}
	}
	return byName;
}

function isEmpty(value: unknown): boolean {
	return value === "" || (value as { size?: unknown } | null)?.size === 0;
}

/** Browsers submit each line break as CRLF. */
function withLineFeeds(value: unknown): unknown {
	return typeof value === "string" ? value.replaceAll("\r\n", "\n") : value;
}

/** Separates names of fields from other names. */
function splitByField(
	byName: Map<string, unknown[]>,
	inputTypes: InputTypes,
): { known: Entry[]; others: Entry[] } {
	const [known, others]: [Entry[], Entry[]] = [[], []];
	for (const [name, values] of byName) {
		const pointer = pointerOf(name);
		if (name !== "" && inputTypes.of(pointer) !== undefined) {
			known.push([pointer, values]);
		} else if (values.length > 0) {
			others.push([name, values.length > 1 ? values : (values[0] as unknown[])]);
		}
	}
	return { known, others };
}

const INDEX = /^\d+$/;

/** Sorts entries by pointer, and renumbers list items without gaps: the page may have removed a row. */
function sortAndRenumber(entries: Entry[]): Entry[] {
	// Not created when this file loads: the first Collator takes as long as the rest of the package.
	const collator = new Intl.Collator("en", { numeric: true });
	const sorted = entries.sort(([one], [other]) => collator.compare(one, other));
	/** For each list, by pointer: new index by old index. */
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

/** The value of a field. Of several values for one text, the last one counts. */
function readValue(
	values: unknown[],
	kind: InputType | undefined,
	enter: (text: string) => unknown,
): unknown {
	if (kind === "multiselect" || kind === "list") {
		const items = values.flatMap((value) => (typeof value === "string" ? value.split("\n") : [value]));
		const given = items.filter((item) => item !== "").map(fileAsText);
		return given.length > 0 ? given : undefined;
	}
	const last = fileAsText(values.at(-1));
	if (typeof last !== "string") {
		return last;
	}
	return kind === "number" || kind === "checkbox"
		? enter(last)
		: kind === "datetime"
			? fromLocal(last)
			: last;
}

/** A file is not a value: its text fails validation. */
function fileAsText(value: unknown): unknown {
	return typeof value === "object" ? String(value) : value;
}

/** The value that a form makes of a text. */
function parseText(form: CardForm, pointer: string, text: string): unknown {
	const first = steps(pointer).map((step) => (typeof step === "number" ? 0 : step));
	form.enter(first, text);
	return form.field(first).value;
}

/** Sets a value at a path, creating objects and lists on the way. */
function setAt(root: Branch, path: (string | number)[], value: unknown): void {
	let branch = root;
	for (const [at, step] of path.slice(0, -1).entries()) {
		const inside = branch[step];
		const next = typeof inside === "object" ? inside : typeof path[at + 1] === "number" ? [] : {};
		branch[step] = next;
		branch = next as Branch;
	}
	branch[path.at(-1) as string] = value;
}

/** Whether a name looks like a misspelt field. */
function isMisspeltField(form: CardForm, name: string): boolean {
	try {
		form.field(name as FieldPointer);
	} catch (error) {
		return error instanceof FormError && error.meant !== undefined;
	}
	return false;
}
