/**
 * wasm-bindgen's glue serves one instance of a WebAssembly module for good. Here it becomes a function that makes glue, so
 * that each instance has its own, and what belongs to one never meets another.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { src } from "./folders.mjs";
import { identityOf } from "./identity.mjs";

const EXPORT = /^export (?=(?:class|function) (\w+))/gm;

/** Writes the glue of the module that a folder holds, and what the module is called and made of. */
export function writeGlue(offer) {
	const { generated } = offer;
	const written = readFileSync(join(generated, "membercard_bg.js"), "utf8");
	const names = [];
	const body = written.replace(EXPORT, (_, name) => {
		names.push(name);
		return "";
	});
	if (/^export\b/m.test(body)) {
		throw new Error("wasm-bindgen's glue has an export of a kind that is not known here");
	}
	const { wasm, module, version, digest } = identityOf(offer);
	const constants = {
		MODULE: module,
		VERSION: version,
		DIGEST: digest,
		EXPORTS: WebAssembly.Module.exports(new WebAssembly.Module(wasm)).length,
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
/** The beginning of the module's SHA-256, which tells builds apart. */
export const DIGEST: string;
/** How many exports the module has. */
export const EXPORTS: number;

export type Glue = typeof exported & { __wbg_set_wasm(exports: object): void };

export function makeGlue(): Glue;
`,
	);
}
