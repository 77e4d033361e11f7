/** Where a field is: a JSON pointer (`/balance_information/balance_path`), or keys and indexes. */
export type FieldPath = string | readonly (string | number)[];

const INDEX = /^(0|[1-9]\d*)$/;

/** The keys and indexes of a path. Throws a TypeError for what is no path. */
export function steps(path: FieldPath): (string | number)[] {
	if (Array.isArray(path) && path.every(isStep)) {
		return [...path];
	}
	if (path === "") {
		return [];
	}
	if (typeof path !== "string") {
		throw new TypeError("a field's path is a JSON pointer or an array of keys and indexes");
	}
	const tokens = path.startsWith("/") ? path.slice(1).split("/") : [path];
	return tokens.map((token) =>
		INDEX.test(token) ? Number(token) : token.replaceAll("~1", "/").replaceAll("~0", "~"),
	);
}

function isStep(step: unknown): step is string | number {
	return typeof step === "string" || (Number.isSafeInteger(step) && (step as number) >= 0);
}
