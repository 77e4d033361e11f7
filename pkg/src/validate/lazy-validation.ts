import type { CardUpdate, Issue, Validation } from "../bridge/types.js";

/** What a validation is made of, and what was made of it. */
interface Parts {
	readonly body: string;
	readonly tell: () => Issue[];
	value?: CardUpdate;
	issues?: Issue[];
}

interface Lazy {
	readonly [PARTS]: Parts;
}

const PARTS = Symbol("parts");
/** Where `console.log` of Node.js asks a value how to show it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

// All validations share their getters: where each has its own, an engine gives each a shape of its own, too, and with
// what it costs to collect them that takes as long as to validate.

const VALUE = {
	get(this: Lazy) {
		const parts = this[PARTS];
		parts.value ??= JSON.parse(parts.body) as CardUpdate;
		return parts.value;
	},
	enumerable: true,
	configurable: true,
};

const ISSUES = {
	get(this: Lazy) {
		const parts = this[PARTS];
		parts.issues ??= parts.tell();
		return parts.issues;
	},
	enumerable: true,
	configurable: true,
};

/** Shows what the getters return, and not `[Getter]`. */
const SHOWN = {
	value(this: object) {
		return { ...this };
	},
};

/** A validation of a valid update, whose value is read from its body, and its issues told, when they are first read. */
export function lazyValidation(body: string, tell: () => Issue[]): Validation {
	const found: Record<string, unknown> = { valid: true };
	Object.defineProperty(found, "value", VALUE);
	found.body = body;
	Object.defineProperty(found, "issues", ISSUES);
	Object.defineProperty(found, INSPECT, SHOWN);
	Object.defineProperty(found, PARTS, { value: { body, tell } satisfies Parts });
	return found as unknown as Validation;
}
