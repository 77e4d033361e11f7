/**
 * Builds `dist` from `src`, where `src/generated` already holds the WebAssembly modules and their glue.
 *
 * What the package offers (the whole of it, or what a form page needs) and how a host gets the WebAssembly module are two
 * questions; every file of `dist` answers both.
 */

import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const here = import.meta.dirname;
const root = join(here, "..");
const src = join(here, "src");
const dist = join(here, "dist");
const compiled = join(here, "build");
const GLUE = "generated/membercard";

/** What there is to import: the sources' entry, where its files go, and the WebAssembly module that it needs. */
const OFFERS = [
	{ entry: "index", folder: dist, generated: join(src, "generated") },
	{ entry: "form", folder: join(dist, "form"), generated: join(src, "generated/form") },
];

/** How hosts get the WebAssembly module: a file of `src/load`, and what it becomes. */
const LOADERS = [
	{ load: "node", output: "index.cjs", format: "cjs", platform: "node" },
	{ load: "inline", output: "inline.cjs", format: "cjs" },
	{ load: "inline", output: "inline.mjs", format: "esm" },
	{ load: "edge", output: "edge.mjs", format: "esm", external: ["*.wasm?module"] },
	{ load: "web", output: "browser.mjs", format: "esm", minify: true },
];

declareGlue();
compile();
rmSync(dist, { recursive: true, force: true });
for (const offer of OFFERS) {
	mkdirSync(offer.folder, { recursive: true });
	copyFileSync(join(offer.generated, "membercard_bg.wasm"), join(offer.folder, "membercard.wasm"));
	await Promise.all(LOADERS.map((loader) => bundle(offer, loader)));
	writeNodeModule(offer);
}
await buildMiniProgram();
writeTypes();
copyDocuments();
linkByName();

/** The glue holds no declarations of its own: those of the module, and how the module reaches it. */
function declareGlue() {
	const lines = [
		'export * from "./membercard.js";',
		"export function __wbg_set_wasm(exports: WebAssembly.Exports): void;",
	];
	writeFileSync(join(src, `${GLUE}_bg.d.ts`), `${lines.join("\n")}\n`);
}

/** Type checks the sources, and writes each as JavaScript with its declarations. */
function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "--project", here], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(1);
	}
}

async function bundle({ entry, folder, generated }, { load, output, ...options }) {
	await esbuild(generated, {
		stdin: { contents: `import "./load/${load}.js"; export * from "./${entry}.js";`, resolveDir: src },
		outfile: join(folder, output),
		loader: { ".wasm": "binary" },
		...options,
	});
	declare(join(folder, output), entry);
}

/** Bundles sources with the glue and the WebAssembly module of a folder. */
function esbuild(generated, options) {
	const glue = {
		name: "glue",
		setup({ onResolve }) {
			onResolve({ filter: /\/generated\/membercard_bg\.(js|wasm)$/ }, ({ path }) => ({
				path: join(generated, basename(path)),
			}));
			// The package as a whole has no side effects; inside it, loading is one.
			onResolve({ filter: /^\.\/load\// }, ({ path }) => ({
				path: join(src, path.replace(/\.js$/, ".ts")),
				sideEffects: true,
			}));
		},
	};
	return build({
		bundle: true,
		target: "es2022",
		charset: "utf8",
		legalComments: "none",
		logLevel: "warning",
		plugins: [glue],
		inject: [join(src, "encoders.ts")],
		...options,
	});
}

/** The ES module for Node is the CommonJS module under another name, so that a program never holds the package twice. */
function writeNodeModule({ entry, folder }) {
	const output = join(folder, "index.mjs");
	const names = Object.keys(createRequire(import.meta.url)(join(folder, "index.cjs"))).sort();
	writeFileSync(
		output,
		`import membercard from "./index.cjs";\n\nexport const { ${names.join(", ")} } = membercard;\n`,
	);
	declare(output, entry);
}

/**
 * The folder that WeChat's developer tools copy when they build npm packages. Of what a Mini Program has no use for, it
 * holds nothing: all of it would count in the code package.
 */
async function buildMiniProgram() {
	const folder = join(dist, "miniprogram");
	const { generated } = OFFERS.find(({ entry }) => entry === "form");
	await esbuild(generated, {
		entryPoints: [join(src, "miniprogram/index.ts")],
		outfile: join(folder, "index.js"),
		format: "cjs",
		platform: "node", // Only then are the names of the exports written so that ES modules find them.
		target: "es2018",
		minify: true,
	});
	const wasm = readFileSync(join(generated, "membercard_bg.wasm"));
	writeFileSync(join(folder, "membercard.wasm.br"), brotliCompressSync(wasm));
	writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
	writeFileSync(join(folder, "index.d.ts"), 'export * from "../types/miniprogram/index.cjs";\n');
}

/** Puts a file's declarations beside it, where TypeScript looks for them. */
function declare(output, entry) {
	const types = relative(dirname(output), join(dist, "types", entry));
	const isCommonJs = output.endsWith(".cjs");
	const specifier = `${types.startsWith(".") ? "" : "./"}${types}${isCommonJs ? ".cjs" : ".js"}`;
	writeFileSync(output.replace(/\.([cm])js$/, ".d.$1ts"), `export * from "${specifier}";\n`);
}

/** The declarations that the entries reach, once for ES modules and once for CommonJS. */
function writeTypes() {
	const importedFrom = /((?:from |import\()"\.\.?\/)([^"]+)\.js"/g;
	const reached = new Set([...OFFERS.map(({ entry }) => entry), "miniprogram/index"]);
	for (const name of reached) {
		const text = name === GLUE ? typesOfGlue() : readFileSync(join(compiled, `${name}.d.ts`), "utf8");
		const file = join(dist, "types", name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(`${file}.d.ts`, text);
		writeFileSync(`${file}.d.cts`, text.replace(importedFrom, '$1$2.cjs"'));
		for (const [, start, imported] of text.matchAll(importedFrom)) {
			const folder = start.endsWith("../") ? join(dirname(name), "..") : dirname(name);
			reached.add(join(folder, imported));
		}
	}
}

/** The types that Rust declares, without the classes and functions of the glue and what only they need. */
function typesOfGlue() {
	const text = readFileSync(join(src, `${GLUE}.d.ts`), "utf8");
	const firstValue = text.search(/^export (?:default )?(?:class|function) /m);
	// Each of them follows a comment of its own.
	return text.slice(0, text.lastIndexOf("\n/**", firstValue));
}

/** The documents that the repository keeps at its root, and npm looks for beside `package.json`. */
function copyDocuments() {
	for (const name of readdirSync(root).filter((name) => /^(README|CHANGELOG|LICENSE)/.test(name))) {
		copyFileSync(join(root, name), join(here, name));
	}
}

/** Lets the examples of this checkout import the package by its name, as its users do. */
function linkByName() {
	const modules = join(root, "node_modules");
	const link = join(modules, "wechatpay-membercard");
	mkdirSync(modules, { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(here, link, "junction");
}
