/**
 * What the package offers (the whole of it, what a form page needs, or validation alone) and how a host gets the
 * WebAssembly module are two questions; every file that is made here answers both.
 */

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { build } from "esbuild";
import { COMMON, esbuild } from "./esbuild.mjs";
import { dist, src } from "./folders.mjs";
import { typesOf } from "./types.mjs";

/** Entries, and where they go. */
const ENTRIES = { index: "", form: "form", validate: "validate" };
/** Entries for keys, which need no module and serve all families. */
export const KEYS = ["node", "webcrypto"];
export const KEYS_FOLDER = "keys";
/** Families of endpoints: each has the same entries, in a folder of its own, around modules of its own. */
export const FAMILIES = [
	{ family: "membercard-open", folder: "", entries: [...Object.keys(ENTRIES), "miniprogram", ...KEYS] },
	{ family: "card-member", folder: "card-member", entries: Object.keys(ENTRIES) },
];

/** What there is to import: an entry in `src/entries`, where its files go, and the WebAssembly module that it needs. */
export const OFFERS = FAMILIES.flatMap(({ family, folder }) =>
	Object.entries(ENTRIES).map(([entry, subfolder]) => ({
		family,
		entry: posix.join(folder, entry),
		types: typesOf(folder, entry),
		folder: join(dist, folder, subfolder),
		generated: join(src, "generated", folder, subfolder),
	})),
);

/** The WebAssembly module as CommonJS, which both files of CommonJS require. */
const WASM_IN_CODE = "./membercard.cjs";

/** How hosts get the WebAssembly module: a file of `src/hosts`, and what it becomes. */
export const LOADERS = [
	{ load: "node", output: "index.cjs", format: "cjs", platform: "node", wasm: WASM_IN_CODE },
	{ load: "inline", output: "inline.cjs", format: "cjs", wasm: WASM_IN_CODE },
	{ load: "inline", output: "inline.mjs", format: "esm" },
	{ load: "edge", output: "edge.mjs", format: "esm", external: ["*.wasm?module"] },
	{ load: "web", output: "browser.mjs", format: "esm", minify: true },
];

export async function bundle({ entry, types, folder, generated }, { load, output, ...options }) {
	await esbuild(generated, {
		stdin: {
			contents: `import "./hosts/${load}.js"; export * from "./entries/${entry}.js";`,
			resolveDir: src,
		},
		outfile: join(folder, output),
		loader: { ".wasm": "binary" },
		...options,
	});
	declare(join(folder, output), types);
}

/** Writes the WebAssembly module as CommonJS, for what cannot or need not read files. */
export function bundleWasm({ generated, folder }) {
	return build({
		...COMMON,
		stdin: { contents: 'module.exports = require("./membercard_bg.wasm");', resolveDir: generated },
		outfile: join(folder, WASM_IN_CODE),
		format: "cjs",
		loader: { ".wasm": "binary" },
	});
}

/**
 * The ES module for Node is the CommonJS module under another name, so that a program never holds the package twice.
 *
 * It imports that by way of `node.cjs`, a few words long. Node reads whatever CommonJS an ES module imports once more, in
 * search of the names of its exports, before it runs it: with all of `index.cjs` that takes three of five parts of a cold
 * start.
 */
export function writeNodeModule({ types, folder }) {
	const output = join(folder, "index.mjs");
	const names = Object.keys(createRequire(import.meta.url)(join(folder, "index.cjs"))).sort();
	writeFileSync(
		join(folder, "node.cjs"),
		`const membercard = require("./index.cjs");\nmodule.exports = membercard;\n`,
	);
	writeFileSync(
		output,
		`import membercard from "./node.cjs";\n\nexport const { ${names.join(", ")} } = membercard;\n`,
	);
	declare(output, types);
}

/** Puts a file's declarations beside it, where TypeScript looks for them. */
function declare(output, types) {
	const path = relative(dirname(output), types);
	const ending = output.endsWith(".cjs") ? "cjs" : "js";
	const specifier = `${path.startsWith(".") ? "" : "./"}${path}.${ending}`;
	writeFileSync(output.replace(/\.([cm])js$/, ".d.$1ts"), `export * from "${specifier}";\n`);
}

/** Bundles the entries for keys, for both kinds of modules. */
export function bundleKeys() {
	const outputs = KEYS.flatMap((entry) => [
		{ entry, output: `${entry}.mjs`, format: "esm" },
		{ entry, output: `${entry}.cjs`, format: "cjs" },
	]);
	return Promise.all(
		outputs.map(async ({ entry, output, format }) => {
			await build({
				...COMMON,
				entryPoints: [join(src, `entries/${entry}.ts`)],
				outfile: join(dist, KEYS_FOLDER, output),
				format,
				external: ["node:*"],
			});
			declare(join(dist, KEYS_FOLDER, output), typesOf("", entry));
		}),
	);
}
