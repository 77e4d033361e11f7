import { responseOf } from "../bridge/protocol.js";
import type { Issue, Payload, Validation } from "../bridge/types.js";
import { readIssue } from "../generated/records.js";

/** Reads the issues of the call that returned this number. */
export function issuesOf(returned: number): Issue[] {
	return responseOf(returned).list(readIssue);
}

/** A validation whose parts are known: the issues and, if it is valid, the canonical body. */
export function validationOf(body: string | undefined, issues: Issue[]): Validation {
	return body === undefined
		? { valid: false, issues }
		: { valid: true, value: JSON.parse(body) as Payload, body, issues };
}

/** The parts of a valid update's validation, created when first read. */
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

/** The member that `console.log` of Node.js calls to print a value. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
/** The argument with which getters get the findings. */
const FINDINGS = Symbol("findings");

/** The hidden member of a validation. There is only one, because defining members is slow. */
interface Lazy {
	readonly [INSPECT]: (asks: unknown) => Findings;
}

// All validations share these getters. With its own getters each validation would get its own hidden class in the
// engine, which costs as much time as the validation itself.
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
 * The validation of a valid update. Parts that are not known yet are created when first read. Known parts are plain
 * members, because defining a getter is slow.
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
		// Prints the values, not `[Getter]`.
		value: (asks: unknown) => (asks === FINDINGS ? findings : { ...found }),
	});
	return found as unknown as Validation;
}
