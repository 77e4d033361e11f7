import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { esbuild } from "./esbuild.mjs";
import { dist, src } from "./folders.mjs";

/**
 * Writes the folder that WeChat's developer tools copy when they build npm packages. It contains only what Mini
 * Programs use, because everything counts towards the size of the code package.
 */
export async function buildMiniProgram() {
	const folder = join(dist, "miniprogram");
	const generated = join(src, "generated/form");
	await esbuild(generated, {
		entryPoints: [join(src, "entries/miniprogram.ts")],
		outfile: join(folder, "index.js"),
		format: "cjs",
		platform: "node", // Makes esbuild annotate the names of exports for ES modules.
		target: "es2018",
		minify: true,
	});
	const wasm = readFileSync(join(generated, "membercard_bg.wasm"));
	writeFileSync(join(folder, "membercard.wasm.br"), brotliCompressSync(wasm));
	writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
	writeFileSync(join(folder, "index.d.ts"), 'export * from "../types/entries/miniprogram.cjs";\n');
}
