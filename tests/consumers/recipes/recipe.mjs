/** The files that a recipe shows: a line with nothing but a name in backquotes, then the code. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = /^`([\w.-]+)`\n\n```\w+\n(.*?)^```$/gms;

/** The text of a recipe, in English or in Chinese. */
export function textOf(name) {
	return readFileSync(join(import.meta.dirname, "recipes", `${name}.md`), "utf8");
}

/** The files of a recipe, by name. */
export function filesOf(name) {
	const files = [...textOf(name).matchAll(FILE)].map(([, file, code]) => [file, code]);
	if (files.length === 0) {
		throw new Error(`the recipe ${name} shows no file`);
	}
	return Object.fromEntries(files);
}

/** Writes the files of a recipe into a folder of its own, and returns that. */
export function unpack(name) {
	const folder = join(import.meta.dirname, "unpacked", name);
	mkdirSync(folder, { recursive: true });
	for (const [file, code] of Object.entries(filesOf(name))) {
		writeFileSync(join(folder, file), code);
	}
	return folder;
}
