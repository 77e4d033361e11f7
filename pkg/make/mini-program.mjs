import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { esbuild } from "./esbuild.mjs";
import { dist, src } from "./folders.mjs";

/**
 * The folder that WeChat's developer tools copy when they build npm packages. Of what a Mini Program has no use for, it
 * holds nothing: all of it would count in the code package.
 */
export async function buildMiniProgram() {
	const folder = join(dist, "miniprogram");
	const generated = join(src, "generated/form");
	await esbuild(generated, {
		entryPoints: [join(src, "entries/miniprogram.ts")],
		outfile: join(folder, "index.js"),
		format: "cjs",
		platform: "node", // Only then are the names of the exports written so that ES modules find them.
		target: "es2018",
		minify: true,
	});
	const wasm = readFileSync(join(generated, "membercard_bg.wasm"));
	writeFileSync(join(folder, "membercard.wasm.br"), brotliCompressSync(wasm));
	writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
	writeFileSync(join(folder, "index.d.ts"), 'export * from "../types/entries/miniprogram.cjs";\n');
}
