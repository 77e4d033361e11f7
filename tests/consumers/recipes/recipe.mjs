/** The files that a recipe shows: a line with nothing but a name in backquotes, then the code. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = /^`([\w.-]+)`\n\n```\w+\n(.*?)^```$/gms;
const TYPESCRIPT = /\.tsx?$/;
/** As strictly as can be. */
const COMPILER = [
	...["--target", "es2022", "--lib", "es2023,dom", "--jsx", "react-jsx"],
	...["--module", "nodenext", "--moduleResolution", "nodenext"],
	...[
		"--strict",
		"--noUncheckedIndexedAccess",
		"--noImplicitReturns",
		"--noUnusedLocals",
		"--noUnusedParameters",
	],
	...["--noEmitOnError", "--skipLibCheck", "--ignoreConfig"],
];

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

/** Writes the files of a recipe into a new folder. Returns the folder. */
export function write(name, type = "module") {
	const folder = join(import.meta.dirname, "unpacked", name);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
	for (const [file, code] of Object.entries(filesOf(name))) {
		writeFileSync(join(folder, file), code);
	}
	return folder;
}

/** The same. What is TypeScript is checked, with those types of its host, and becomes modules of that type beside it. */
export function unpack(name, { type = "module", types = "node" } = {}) {
	const folder = write(name, type);
	const sources = Object.keys(filesOf(name)).filter((file) => TYPESCRIPT.test(file));
	if (sources.length > 0) {
		compile(folder, sources, types);
	}
	return folder;
}

function compile(folder, files, types) {
	const compiler = join(import.meta.dirname, "node_modules/typescript-7/bin/tsc");
	const args = [compiler, ...COMPILER, "--types", types, ...files];
	const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
	if (status !== 0) {
		throw new Error(stdout);
	}
}
