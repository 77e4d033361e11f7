import type { Api, DefaultApi, FieldPointer, Payload } from "../bridge/types.js";
import { arrayCopy } from "../options/sanitize.js";

/**
 * The path of a field: a JSON pointer (`"/balance_information/balance_path"`), the name of a top-level field
 * (`"title"`), `""` for the payload itself, or keys and indexes. TypeScript checks pointers and names; the module
 * checks keys and indexes.
 */
export type FieldPath<A extends Api = DefaultApi> =
	| FieldPointer<A>
	| (keyof Payload<A> & string)
	| ""
	| FieldSteps;

/** Keys and indexes. */
export type FieldSteps = readonly (string | number)[];

const NO_DIGIT = /\D/;
/** No payload is deeper. */
const MAX_STEPS = 64;

/** The keys and indexes of a path. Throws a TypeError for an invalid path. */
export function steps(path: string | FieldSteps): (string | number)[] {
	const copy = arrayCopy(path, MAX_STEPS);
	if (copy?.every(isStep)) {
		return copy;
	}
	if (path === "") {
		return [];
	}
	if (typeof path !== "string") {
		throw new TypeError("a field's path is a JSON pointer or an array of keys and indexes");
	}
	const tokens = path.startsWith("/") ? path.slice(1).split("/") : [path];
	return tokens.map((token) =>
		isIndex(token) ? Number(token) : token.replaceAll("~1", "/").replaceAll("~0", "~"),
	);
}

/** Whether a token of a pointer is an index. */
function isIndex(token: string): boolean {
	return token !== "" && !NO_DIGIT.test(token) && (token === "0" || !token.startsWith("0"));
}

function isStep(step: unknown): step is string | number {
	return typeof step === "string" || (Number.isSafeInteger(step) && (step as number) >= 0);
}
