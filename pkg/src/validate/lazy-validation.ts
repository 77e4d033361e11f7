import type { Issue, Payload, Validation } from "../bridge/types.js";

/** What knows about a valid update, and tells it when it is asked. */
export interface Source {
	/** The canonical body. */
	body(): string;
	/** The warnings; none if it is known that there are none. */
	issues: (() => Issue[]) | undefined;
}

/** What a validation was asked for already. */
interface Parts {
	readonly source: Source;
	body: string | undefined;
	value: Payload | undefined;
	issues: Issue[] | undefined;
}

interface Lazy {
	readonly [PARTS]: Parts;
}

const PARTS = Symbol("parts");

function bodyOf(parts: Parts): string {
	parts.body ??= parts.source.body();
	return parts.body;
}

// All validations share their getters: where each has its own, an engine gives each a shape of its own, too, and with
// what it costs to collect them that takes as long as to validate.

function body(this: Lazy): string {
	return bodyOf(this[PARTS]);
}

function value(this: Lazy): Payload {
	const parts = this[PARTS];
	parts.value ??= JSON.parse(bodyOf(parts)) as Payload;
	return parts.value;
}

function issues(this: Lazy): Issue[] {
	const parts = this[PARTS];
	parts.issues ??= parts.source.issues?.() ?? [];
	return parts.issues;
}

const shared = (get: (this: Lazy) => unknown) => ({ get, enumerable: true, configurable: true });
const VALUE = shared(value);
const BODY = shared(body);
const ISSUES = shared(issues);

/** Where `console.log` of Node.js asks a value how to show it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
/** Shows what the getters return, and not `[Getter]`. */
const SHOWN = {
	value(this: object) {
		return { ...this };
	},
};

/** A validation of a valid update, of which all else is asked for when it is first read. */
export function lazyValidation(source: Source): Validation {
	const found: Record<string, unknown> = { valid: true };
	Object.defineProperty(found, "value", VALUE);
	Object.defineProperty(found, "body", BODY);
	if (source.issues === undefined) {
		found.issues = [];
	} else {
		Object.defineProperty(found, "issues", ISSUES);
	}
	Object.defineProperty(found, INSPECT, SHOWN);
	const parts: Parts = { source, body: undefined, value: undefined, issues: undefined };
	Object.defineProperty(found, PARTS, { value: parts });
	return found as unknown as Validation;
}
