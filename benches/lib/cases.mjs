/** The project's cases that are plain JSON values and need neither a card nor another official page. */

import { readdirSync, readFileSync } from "node:fs";

const directory = new URL("../../tests/data/cases/", import.meta.url);
/** These change the verdict, and no peer has them. */
const OPTIONS = ["current", "currentJson", "profile", "imageHosts"];

export function plainCases() {
	const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
	return files.flatMap((file) => {
		const rows = JSON.parse(readFileSync(new URL(file, directory), "utf8"));
		return rows
			.filter(
				({ payload, options = {} }) => payload !== undefined && !OPTIONS.some((name) => name in options),
			)
			.map(({ name, payload, valid, issues }) => ({
				name: `${file}: ${name}`,
				update: expand(payload),
				valid,
				pointers: issues.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer),
			}));
	});
}

/** The value with `{"$repeat": [what, times]}` and `{"$join": [text, …]}` written out. */
function expand(value) {
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
