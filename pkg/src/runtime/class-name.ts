const MAX_LENGTH = 64;

/** The name that the class of an object has, in letters and digits; "" if it has none that can be read. Never throws. */
export function classNameOf(value: object): string {
	try {
		const made: unknown = (Object.getPrototypeOf(value) as object | null)?.constructor;
		const name: unknown = typeof made === "function" ? made.name : "";
		return typeof name === "string" ? name.slice(0, MAX_LENGTH).replace(/[^A-Za-z0-9_$]/g, "") : "";
	} catch {
		return "";
	}
}
