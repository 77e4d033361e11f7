/** The project's cases that are plain JSON values and need neither a card nor another official page. */

import { readdirSync, readFileSync } from "node:fs";
import { expand } from "../../tests/data/cases/expand.mjs";

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
