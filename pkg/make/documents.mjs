import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { here, root } from "./folders.mjs";

/** Copies documents from the root of the repository to where npm expects them, beside `package.json`. */
export function copyDocuments() {
	for (const name of readdirSync(root).filter((name) => /^(README|CHANGELOG|LICENSE)/.test(name))) {
		copyFileSync(join(root, name), join(here, name));
	}
}
