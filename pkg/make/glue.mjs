/**
 * wasm-bindgen's glue serves one instance of a WebAssembly module for good. Here it becomes a function that makes glue, so
 * that each instance has its own, and what belongs to one never meets another.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { dist, here, src } from "./folders.mjs";

const EXPORT = /^export (?=(?:class|function) (\w+))/gm;

/** Writes the glue of the module that a folder holds, and what the module is called and made of. */
export function writeGlue({ folder, generated }) {
	const written = readFileSync(join(generated, "membercard_bg.js"), "utf8");
	const names = [];
	const body = written.replace(EXPORT, (_, name) => {
		names.push(name);
		return "";
	});
	if (/^export\b/m.test(body)) {
		throw new Error("wasm-bindgen's glue has an export of a kind that is not known here");
	}
	const module = new WebAssembly.Module(readFileSync(join(generated, "membercard_bg.wasm")));
	const { name, version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
	const constants = {
		MODULE: posix.join(name, relative(dist, folder), "membercard.wasm"),
		VERSION: version,
		EXPORTS: WebAssembly.Module.exports(module).length,
	};
	writeFileSync(
		join(generated, "glue.js"),
		[
			...Object.entries(constants).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
			`export function makeGlue() {\n${body}\nreturn { ${names.join(", ")} };\n}\n`,
		].join("\n"),
	);
}

/** What TypeScript knows of it: the declarations of wasm-bindgen, and how the glue reaches its instance. */
export function declareGlue() {
	writeFileSync(
		join(src, "generated/glue.d.ts"),
		`import * as exported from "./membercard.js";

/** What a program imports to get the module that this glue belongs to. */
export const MODULE: string;
/** The version of the package. */
export const VERSION: string;
/** How many exports the module has. */
export const EXPORTS: number;

export type Glue = typeof exported & { __wbg_set_wasm(exports: object): void };

export function makeGlue(): Glue;
`,
	);
}
