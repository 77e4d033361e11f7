import { once } from "./once.js";
import type { CardUpdate, Issue, Validation } from "./types.js";

interface Lazy {
	[MAKERS]: { value: () => CardUpdate; issues: () => Issue[] };
}

const MAKERS = Symbol("makers");
/** Where `console.log` of Node.js asks a value how to show it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

// All validations share their getters: where each has its own, an engine gives each a shape of its own, too, and with
// what it costs to collect them that takes as long as to validate.

const VALUE = {
	get(this: Lazy) {
		return this[MAKERS].value();
	},
	enumerable: true,
	configurable: true,
};

const ISSUES = {
	get(this: Lazy) {
		return this[MAKERS].issues();
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

/** A validation of a valid update, whose value and issues are made when they are first read. */
export function lazyValidation(body: string, value: () => CardUpdate, issues: () => Issue[]): Validation {
	const found: Record<string, unknown> = { valid: true };
	Object.defineProperty(found, "value", VALUE);
	found.body = body;
	Object.defineProperty(found, "issues", ISSUES);
	Object.defineProperty(found, INSPECT, SHOWN);
	Object.defineProperty(found, MAKERS, { value: { value: once(value), issues: once(issues) } });
	return found as unknown as Validation;
}
