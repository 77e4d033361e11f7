import type { Api, DefaultApi, FieldPointer, Issue, Severity, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import { type FieldPath, steps } from "../form/field-path.js";
import { InputTypes } from "../form/fields.js";
import type { FieldState } from "../form/types.js";
import { kindOf } from "../runtime/describe.js";
import { readFieldValues } from "./field-values.js";
import { messageTarget } from "./messages.js";
import { warnOfMisspelling } from "./misspelt-names.js";

/** A session bound to the values of a form library. Every function reads the values first. */
export interface BoundValues<A extends Api = DefaultApi> {
	/** A field's state: count and limit, whether it is required or locked, its issues. */
	field(path: FieldPath<A>): FieldState;
	/**
	 * The first error to show at a field, or the first warning; `undefined` if there is none. Only what will be sent is
	 * checked: a value that the card has already raises no issue. An issue within a list or an object is shown at the
	 * closest enclosing field that the page calls this function for. Issues of the whole update are shown at `""` only.
	 */
	message(path: FieldPath<A>, severity?: Severity): string | undefined;
	/** Like `message`, but rejects with the message: use it as a `validator` of async-validator. */
	check(path: FieldPath<A>, severity?: Severity): Promise<void>;
	/**
	 * Paths of the fields whose message has changed since the last call of `message` or `check`, because another field or
	 * the language changed. Each change is reported once.
	 */
	outdated(): (string | number)[][];
	/** Validates what will be sent: with a card, only what differs from it. */
	validate(): Validation<A>;
}

/** A message that the page shows. */
interface ShownMessage {
	readonly pointer: string;
	readonly severity: Severity;
	readonly message: string | undefined;
}

/**
 * Binds the values of a form library to a session. Rules, counters and required marks of the library can then use the
 * session.
 *
 * `values` returns all values as nested objects. Blank values (`""`, `null`, `undefined`, `NaN`) count as absent. Text
 * is read as `enter` reads it; for a time, a number is Unix milliseconds, and text without an offset is China time. A
 * value that disappears is removed from the session; a field that `values` never had keeps the session's value.
 *
 * ```js
 * const model = { title: "一二三四五六七八九十一二", service_phone: "" };
 * const card = bindValues(new CardForm({ current: { title: "会员卡" }, locale: "en" }), () => model);
 * card.message("/title"); // "Card name can have at most 10 characters, not 12"
 * model.title = "新会员卡";
 * card.message("/title"); // undefined
 * card.field("/title").count; // 4
 * card.validate().body; // '{"title":"新会员卡"}'
 * ```
 */
export function bindValues<A extends Api = DefaultApi>(
	session: CardForm<A>,
	values: () => unknown,
): BoundValues<A> {
	checkArguments(session, values);
	// The binding works with the fields of any endpoint.
	const form = session as unknown as CardForm;
	const inputTypes = new InputTypes(form.apiOption);
	const lastSeen = new Map<string, unknown>();
	const shown = new Map<string, ShownMessage>();
	const warned = new Set<string>();

	/** Passes changed values to the session. */
	function read(): void {
		const now = readFieldValues(values(), inputTypes);
		for (const pointer of lastSeen.keys()) {
			if (!now.values.has(pointer)) {
				lastSeen.delete(pointer);
				setField(form, pointer, undefined);
			}
		}
		for (const [pointer, value] of now.values) {
			const snapshot = snapshotOf(value);
			if (!lastSeen.has(pointer) || lastSeen.get(pointer) !== snapshot) {
				lastSeen.set(pointer, snapshot);
				setField(form, pointer, value);
			}
		}
		for (const name of now.unknownNames.filter((name) => !warned.has(name))) {
			warned.add(name);
			warnOfMisspelling(
				form,
				name,
				"a value is bound to nothing",
				"If it is none of the card's, call it otherwise.",
			);
		}
	}

	function pointerOf(path: FieldPath<A>): string {
		const pointer = steps(path)
			.map((step) => `/${step}`)
			.join("");
		if (pointer !== "" && inputTypes.of(pointer) === undefined) {
			session.field(path); // Throws a FormError for an unknown path.
		}
		return pointer;
	}

	function messageAt(pointer: string, severity: Severity, issues: readonly Issue[]): string | undefined {
		const targets = [...shown.values()].map((target) => target.pointer);
		const isAt = (at: string) => at === pointer || (at !== "" && messageTarget(at, targets) === pointer);
		return issues.find((issue) => issue.severity === severity && isAt(issue.pointer))?.message;
	}

	function message(path: FieldPath<A>, severity: Severity = "error"): string | undefined {
		read();
		const pointer = pointerOf(path);
		const key = `${severity}${pointer}`;
		if (!shown.has(key)) {
			shown.set(key, { pointer, severity, message: undefined });
		}
		const message = messageAt(pointer, severity, form.validate().issues);
		shown.set(key, { pointer, severity, message });
		return message;
	}

	return {
		field(path) {
			read();
			return session.field(path);
		},
		message,
		async check(path, severity) {
			const found = message(path, severity);
			if (found !== undefined) {
				throw new Error(found);
			}
		},
		outdated() {
			read();
			const issues = form.validate().issues;
			const pointers = new Set<string>();
			for (const [key, { pointer, severity, message }] of shown) {
				const now = messageAt(pointer, severity, issues);
				if (now !== message) {
					shown.set(key, { pointer, severity, message: now });
					pointers.add(pointer);
				}
			}
			return [...pointers].map(steps);
		},
		validate() {
			read();
			return session.validate();
		},
	};
}

function checkArguments(session: unknown, values: unknown): void {
	if (typeof (session as Partial<CardForm> | null | undefined)?.subscribe !== "function") {
		throw new TypeError(`bindValues takes the CardForm to bind the values to, not ${kindOf(session)}`);
	}
	if (typeof values !== "function") {
		throw new TypeError(
			`bindValues takes a function that returns the values, such as () => values, not ${kindOf(values)}`,
		);
	}
}

/** A copy for comparison, since objects may be changed in place. */
function snapshotOf(value: unknown): unknown {
	if (typeof value !== "object") {
		return value;
	}
	try {
		return JSON.stringify(value);
	} catch {
		return value; // Not representable in JSON: the session reports it.
	}
}

/** Sets a field of the session. An empty list is ignored unless the session has a value there. */
function setField(form: CardForm, pointer: string, value: unknown): void {
	const path = pointer as FieldPointer;
	if (value === undefined || typeof value === "string") {
		form.enter(path, value ?? "");
	} else if (!Array.isArray(value) || value.length > 0 || form.field(path).value !== undefined) {
		form.set(path, value);
	}
}
