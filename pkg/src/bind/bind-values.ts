import type { Api, DefaultApi, FieldPointer, Issue, Severity, Validation } from "../bridge/types.js";
import type { CardForm } from "../form/card-form.js";
import { type FieldPath, steps } from "../form/field-path.js";
import type { FieldState } from "../form/types.js";
import { kindOf } from "../runtime/describe.js";
import { FieldKinds } from "./field-kinds.js";
import { readFieldValues } from "./field-values.js";
import { messageTarget } from "./message-target.js";
import { tellMeant } from "./tell-meant.js";

/** A session that knows the values of a form library. Each function reads them first. */
export interface BoundValues<A extends Api = DefaultApi> {
	/** All that is known about a field: its count and limit, whether it is required or locked, its issues. */
	field(path: FieldPath<A>): FieldState;
	/**
	 * The first error to show at a field, or the first warning; `undefined` if there is none. What counts is what is to be sent:
	 * a value that the card has already raises none. An issue in an item of a list, or in an object, is shown at the closest
	 * field around it that the page asks about; one of the whole at `""` alone.
	 */
	message(path: FieldPath<A>, severity?: Severity): string | undefined;
	/** The same as a promise that is rejected with the message: a `validator` of async-validator. */
	check(path: FieldPath<A>, severity?: Severity): Promise<void>;
	/**
	 * The fields whose messages are others than when `message` or `check` was last asked, as keys and indexes: another field
	 * or the language has changed. Each change is told once.
	 */
	outdated(): (string | number)[][];
	/** The validation of what is to be sent: with a card, only what differs from it. */
	validate(): Validation<A>;
}

/** A message that the page was given. */
interface Shown {
	readonly pointer: string;
	readonly severity: Severity;
	readonly message: string | undefined;
}

/**
 * Binds the values that a form library holds to a session: what rules, counters and marks of such a library ask is answered
 * for the values as they are then, with all other fields.
 *
 * `values` returns them all, as objects in objects. What is blank (`""`, `null`, `undefined`, `NaN`) counts as not given. A text
 * means what it means to `enter`, a number in the place of a time is one of milliseconds, and a time without an offset is one of
 * China. A value that was there and is gone is removed; what never was there stays as the session has it.
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
	// It takes the fields as they come, whatever the endpoint.
	const form = session as unknown as CardForm;
	const kinds = new FieldKinds(form.about);
	const given = new Map<string, unknown>();
	const shown = new Map<string, Shown>();
	const warned = new Set<string>();

	/** Gives the session what has changed since it was last read. */
	function read(): void {
		const now = readFieldValues(values(), kinds);
		for (const pointer of given.keys()) {
			if (!now.values.has(pointer)) {
				given.delete(pointer);
				give(form, pointer, undefined);
			}
		}
		for (const [pointer, value] of now.values) {
			const mark = markOf(value);
			if (!given.has(pointer) || given.get(pointer) !== mark) {
				given.set(pointer, mark);
				give(form, pointer, value);
			}
		}
		for (const name of now.others.filter((name) => !warned.has(name))) {
			warned.add(name);
			tellMeant(form, name, "a value is bound to nothing", "If it is none of the card's, call it otherwise.");
		}
	}

	function pointerOf(path: FieldPath<A>): string {
		const pointer = steps(path)
			.map((step) => `/${step}`)
			.join("");
		if (pointer !== "" && kinds.of(pointer) === undefined) {
			session.field(path); // Which tells what is wrong with it.
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

/** What tells a value from another one, also if it is an object that is changed in its place. */
function markOf(value: unknown): unknown {
	if (typeof value !== "object") {
		return value;
	}
	try {
		return JSON.stringify(value);
	} catch {
		return value; // JSON has no words for it. The session's issue says so.
	}
}

/** Gives the session a field's value. An empty list is none, unless the session has one. */
function give(form: CardForm, pointer: string, value: unknown): void {
	const path = pointer as FieldPointer;
	if (value === undefined || typeof value === "string") {
		form.enter(path, value ?? "");
	} else if (!Array.isArray(value) || value.length > 0 || form.field(path).value !== undefined) {
		form.set(path, value);
	}
}
