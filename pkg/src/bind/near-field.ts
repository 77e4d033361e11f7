import { nearest } from "../nearest.js";

/**
 * The pointer or name that is meant by the name of a control that is bound to no field; nothing if none is near. `pointers`
 * are those of the fields, with `*` for an index.
 */
export function nearField(name: string, pointers: readonly string[]): string | undefined {
	const pointer = `/${name
		.replace(/^\//, "")
		.split(/[./[\]]+/)
		.filter((step) => step !== "")
		.join("/")}`;
	const general = pointer.replace(/\/\d+(?=\/|$)/g, "/*");
	if (pointers.includes(general)) {
		return pointer;
	}
	// A name like `balance_appid` says where it belongs; one like `name` may be about anything.
	const inside = name.includes("_") ? pointers.filter((other) => other.endsWith(`/${name}`)) : [];
	if (inside.length === 1 && !inside[0]?.includes("*")) {
		return inside[0];
	}
	const isNested = general.indexOf("/", 1) > 0;
	const meant = nearest(
		general,
		pointers.filter((other) => other.indexOf("/", 1) > 0 === isNested),
	);
	return isNested || meant === undefined ? meant : meant.slice(1);
}
