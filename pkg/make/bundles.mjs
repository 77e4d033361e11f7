/**
 * Bundles the package. Each bundle combines an entry (everything, forms, or validation only) with a way to load the
 * WebAssembly module.
 */

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { build } from "esbuild";
import { COMMON, esbuild } from "./esbuild.mjs";
import { dist, src } from "./folders.mjs";
import { typesOf } from "./types.mjs";

/** Entries, and their folders. */
const ENTRIES = { index: "", form: "form", validate: "validate" };
/** Entries for keys. They need no WebAssembly module and serve all families. */
export const KEYS = ["node", "webcrypto"];
export const KEYS_FOLDER = "keys";
/** Families of endpoints. Each has the same entries, in its own folder, with its own modules. */
export const FAMILIES = [
	{ family: "membercard-open", folder: "", entries: [...Object.keys(ENTRIES), "miniprogram", ...KEYS] },
	{ family: "card-member", folder: "card-member", entries: Object.keys(ENTRIES) },
];

/** What programs can import: an entry in `src/entries`, its output folder, and its WebAssembly module. */
export const OFFERS = FAMILIES.flatMap(({ family, folder }) =>
	Object.entries(ENTRIES).map(([entry, subfolder]) => ({
		family,
		entry: posix.join(folder, entry),
		types: typesOf(folder, entry),
		folder: join(dist, folder, subfolder),
		generated: join(src, "generated", folder, subfolder),
	})),
);

/** The WebAssembly module as CommonJS, required by both CommonJS bundles. */
const WASM_IN_CODE = "./membercard.cjs";

/** How hosts load the WebAssembly module: a file of `src/hosts`, and its bundle. */
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

/** Writes the WebAssembly module as CommonJS, for hosts that do not read files. */
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
 * The ES module for Node.js re-exports the CommonJS bundle, so that a program never loads the package twice.
 *
 * It imports the tiny `node.cjs` instead of `index.cjs`, because Node.js first scans CommonJS that an ES module imports
 * for names of exports. Scanning all of `index.cjs` would take three fifths of a cold start.
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

/** Writes the declarations beside a bundle, where TypeScript looks for them. */
function declare(output, types) {
	const path = relative(dirname(output), types);
	const ending = output.endsWith(".cjs") ? "cjs" : "js";
	const specifier = `${path.startsWith(".") ? "" : "./"}${path}.${ending}`;
	writeFileSync(output.replace(/\.([cm])js$/, ".d.$1ts"), `export * from "${specifier}";\n`);
}

/** Bundles the entries for keys as ES modules and CommonJS. */
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
