import { DEFAULT, GETS, type GetOperation, type Operation } from "../generated/glue.js";
import { api, operationOf } from "./api.js";
import type { Options } from "./option-values.js";

/**
 * The endpoint that the options name, which may be one that reads cards; nothing for the family's default. Throws a TypeError that names the endpoints.
 */
export function anyApi(given: Options): string | undefined {
	return isGet(given.api) ? given.api : api(given);
}

/** How an endpoint is called that `anyApi` returned. */
export function anyOperationOf(name: string | undefined): Operation {
	return isGet(name) ? (GETS[name] as Operation) : operationOf(name);
}

/** The endpoint that reads the cards of the one that the options name, or that is named itself. */
export function getApi(given: Options): string {
	const name = anyApi(given) ?? (DEFAULT as string);
	const readsIt = (get: string) => get === name || getOperationOf(get).of.includes(name);
	return Object.keys(GETS).find(readsIt) as string;
}

/** How an endpoint is called that `getApi` returned. */
export function getOperationOf(name: string): GetOperation {
	return GETS[name] as GetOperation;
}

function isGet(name: unknown): name is string {
	return typeof name === "string" && Object.hasOwn(GETS, name);
}
