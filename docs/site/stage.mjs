/** Writes the pages where VitePress reads them: each is its document, with a note on where it comes from. */

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { PAGES, ROOT, read } from "./documents.mjs";

/** Empties a folder, and writes all pages into it. */
export function stage(folder) {
	rmSync(folder, { recursive: true, force: true });
	for (const page of PAGES) {
		write(join(folder, page.path), textOf(page));
	}
	mkdirSync(join(folder, "public"));
	copyFileSync(join(ROOT, "www/icon.svg"), join(folder, "public/icon.svg"));
}

function textOf({ document, language, foreign }) {
	const matter = Object.entries({ document, language, foreign }).filter(([, value]) => value);
	const text = foreign ? `<div lang="${foreign}">\n\n${read(document)}\n</div>\n` : read(document);
	return `---\n${matter.map(([name, value]) => `${name}: ${value}\n`).join("")}---\n\n${text}`;
}

function write(file, text) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
