import { responseOf } from "../bridge/protocol.js";
import type { Issue, Payload, Validation } from "../bridge/types.js";
import { readIssue } from "../generated/records.js";

/** The issues that the call responded that returned that. */
export function issuesOf(returned: number): Issue[] {
	return responseOf(returned).list(readIssue);
}

/** What a validation found that is at hand already: the canonical body, if it is valid, and the issues. */
export function validationOf(body: string | undefined, issues: Issue[]): Validation {
	return body === undefined
		? { valid: false, issues }
		: { valid: true, value: JSON.parse(body) as Payload, body, issues };
}

/** What knows about a valid update, and makes what it is asked for when it is first asked. */
export abstract class Findings {
	#body: string | undefined;
	#value: Payload | undefined;
	#issues: Issue[] | undefined;

	protected abstract makeBody(): string;
	protected abstract makeIssues(): Issue[];

	/** The canonical body. */
	get body(): string {
		this.#body ??= this.makeBody();
		return this.#body;
	}

	get value(): Payload {
		this.#value ??= JSON.parse(this.body) as Payload;
		return this.#value;
	}

	/** The warnings. */
	get issues(): Issue[] {
		this.#issues ??= this.makeIssues();
		return this.#issues;
	}
}

/** Where `console.log` of Node.js asks a value how to show it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
/** What getters say to be given the findings. */
const FINDINGS = Symbol("findings");

/** A validation's only hidden member: to define a second one takes long. */
interface Lazy {
	readonly [INSPECT]: (asks: unknown) => Findings;
}

// All validations share their getters: where each has its own, an engine gives each a shape of its own, too, and with
// what it costs to collect them that takes as long as to validate.
const sharedGetter = (read: (findings: Findings) => unknown) => ({
	get(this: Lazy) {
		return read(this[INSPECT](FINDINGS));
	},
	enumerable: true,
	configurable: true,
});
const VALUE = sharedGetter(({ value }) => value);
const BODY = sharedGetter(({ body }) => body);
const ISSUES = sharedGetter(({ issues }) => issues);

/**
 * A validation of a valid update, of which all else is made when it is first read, but for what is at hand: to define a
 * getter takes as long as many checks.
 */
export function lazyValidation(findings: Findings, body?: string, issues?: Issue[]): Validation {
	const found: Record<string, unknown> = { valid: true };
	Object.defineProperty(found, "value", VALUE);
	if (body === undefined) {
		Object.defineProperty(found, "body", BODY);
	} else {
		found.body = body;
	}
	if (issues === undefined) {
		Object.defineProperty(found, "issues", ISSUES);
	} else {
		found.issues = issues;
	}
	Object.defineProperty(found, INSPECT, {
		// Shows what the getters return, and not `[Getter]`.
		value: (asks: unknown) => (asks === FINDINGS ? findings : { ...found }),
	});
	return found as unknown as Validation;
}
