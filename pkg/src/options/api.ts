import { FAMILY_APIS, familyOf, isOfFamily } from "../bridge/family.js";
import { DEFAULT, OPERATIONS, type Operation } from "../generated/glue.js";
import { describe } from "../runtime/describe.js";
import { nearest } from "./nearest.js";
import type { Options } from "./option-values.js";

/** Where the endpoints of each family are imported from. */
const ENTRIES: Readonly<Record<string, string>> = {
	"membercard-open": "wechatpay-membercard",
	"card-member": "wechatpay-membercard/card-member",
};

/**
 * The endpoint that the options name; nothing for the family's default. Throws a TypeError that names the endpoints, or the
 * entry that has the one that is named.
 */
export function api(given: Options): string | undefined {
	const name = given.api === undefined ? DEFAULT : given.api;
	if (typeof name !== "string" || !FAMILY_APIS.includes(name)) {
		throw new TypeError(noApi(name));
	}
	return name === DEFAULT ? undefined : name;
}

/** How an endpoint is called that `api` returned. */
export function operationOf(name: string | undefined): Operation {
	return OPERATIONS[name ?? (DEFAULT as string)] as Operation;
}

function noApi(name: unknown): string {
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
