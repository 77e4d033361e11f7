import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { here, root } from "./folders.mjs";

/** Copies the documents that the repository keeps at its root, and npm looks for beside `package.json`. */
export function copyDocuments() {
	for (const name of readdirSync(root).filter((name) => /^(README|CHANGELOG|LICENSE)/.test(name))) {
		copyFileSync(join(root, name), join(here, name));
	}
}
