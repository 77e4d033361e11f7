import { FAMILY_APIS, familyOf, isOfFamily } from "../bridge/family.js";
import { DEFAULT, GETS, type GetOperation, OPERATIONS, type Operation } from "../generated/glue.js";
import { describe } from "../runtime/describe.js";
import { nearest } from "./nearest.js";
import type { Options } from "./option-values.js";

/** The entry of each family of endpoints. */
const ENTRIES: Readonly<Record<string, string>> = {
	"membercard-open": "wechatpay-membercard",
	"card-member": "wechatpay-membercard/card-member",
};

/**
 * Reads the option `api`; `undefined` for the family's default. Throws a TypeError that lists the endpoints, or names
 * the entry that has the given one.
 */
export function api(given: Options): string | undefined {
	const name = given.api === undefined ? DEFAULT : given.api;
	if (typeof name !== "string" || !FAMILY_APIS.includes(name)) {
		throw new TypeError(apiError(name));
	}
	return name === DEFAULT ? undefined : name;
}

/** How requests to an endpoint are made. `name` is a result of `api`. */
export function operationOf(name: string | undefined): Operation {
	return OPERATIONS[name ?? (DEFAULT as string)] as Operation;
}

function apiError(name: unknown): string {
	const names = FAMILY_APIS.map((name) => JSON.stringify(name)).join(" or ");
	if (name === undefined) {
		return `options.api is missing: it must be ${names}`;
	}
	if (typeof name === "string") {
		const entry = isOfFamily(name) ? undefined : ENTRIES[familyOf(name)];
		if (entry !== undefined) {
			return `options.api is ${describe(name)}, which is not an endpoint of this entry: import from ${JSON.stringify(entry)}`;
		}
		const meant = nearest(name, FAMILY_APIS);
		if (meant !== undefined) {
			return `options.api is ${describe(name)}: did you mean ${JSON.stringify(meant)}?`;
		}
	}
	return `options.api must be ${names}, not ${describe(name)}`;
}

/**
 * Reads the option `api`, also for endpoints that read cards; `undefined` for the family's default. Throws a TypeError
 * that lists the endpoints.
 */
export function anyApi(given: Options): string | undefined {
	return isGet(given.api) ? given.api : api(given);
}

/** How requests to an endpoint are made. `name` is a result of `anyApi`. */
export function anyOperationOf(name: string | undefined): Operation {
	return isGet(name) ? (GETS[name] as Operation) : operationOf(name);
}

/** The endpoint that reads the cards of the one in the options, or that one itself. */
export function getApi(given: Options): string {
	const name = anyApi(given) ?? (DEFAULT as string);
	const readsIt = (get: string) => get === name || getOperationOf(get).of.includes(name);
	return Object.keys(GETS).find(readsIt) as string;
}

/** How requests to an endpoint are made. `name` is a result of `getApi`. */
export function getOperationOf(name: string): GetOperation {
	return GETS[name] as GetOperation;
}

function isGet(name: unknown): name is string {
	return typeof name === "string" && Object.hasOwn(GETS, name);
}
