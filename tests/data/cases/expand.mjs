/** Reads what the cases write compactly: see the README beside this file. */

/** The value with `{"$repeat": [what, times]}` and `{"$join": [text, …]}` written out. */
export function expand(value) {
	if (Array.isArray(value)) {
		return value.map(expand);
	}
	if (typeof value !== "object" || value === null) {
		return value;
	}
	const entries = Object.entries(value);
	const [key, items] = entries.length === 1 ? entries[0] : [];
	if (key === "$repeat" && Array.isArray(items)) {
		const what = expand(items[0]);
		return typeof what === "string" ? what.repeat(items[1]) : Array(items[1]).fill(what);
	}
	if (key === "$join" && Array.isArray(items)) {
		return items.map(expand).join("");
	}
	// `fromEntries` defines members: a key `__proto__` stays a key.
	return Object.fromEntries(entries.map(([name, member]) => [name, expand(member)]));
}
