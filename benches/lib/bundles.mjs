/** Every validator as a page would load it: one minified file, and the WebAssembly module beside ours. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { NAMES, OURS, STANDALONE } from "../peers/index.mjs";
import { corpus } from "./corpus.mjs";
import { standalone } from "./standalone.mjs";

const benches = join(import.meta.dirname, "..");
const output = join(benches, "build");
/** What a page takes of the package, by the folder of `dist`: of the first what peers have, of the others all. */
export const OFFERS = {
	[OURS]: { folder: "validate", taken: "{ init, validate }" },
	[`${OURS}/form`]: { folder: "form", taken: "*" },
	[`${OURS} (all)`]: { folder: ".", taken: "*" },
};
/** All that is bundled, in the order of the report. */
export const BUNDLED = [...new Set([...Object.keys(OFFERS), ...NAMES])];

/** Where the bundle of a validator is. */
export function bundleOf(name) {
	return join(output, `${name.replace(/\W+/g, "-")}.mjs`);
}

/** The file that a program in Node.js imports: of the package an entry as it is installed, of ajv's own code its bundle. */
export function fileOf(name) {
	if (name in OFFERS) {
		return join(benches, "../pkg/dist", OFFERS[name].folder, "index.mjs");
	}
	return name === STANDALONE ? bundleOf(name) : join(benches, "peers", `${name}.mjs`);
}

/** Makes all bundles, and returns their sizes in bytes. */
export async function bundle() {
	mkdirSync(output, { recursive: true });
	writeFileSync(join(output, `${STANDALONE}.source.mjs`), standalone());
	const sizes = {};
	for (const name of BUNDLED) {
		const [contents, folder] = entry(name);
		await build({
			stdin: { contents, resolveDir: join(benches, folder) },
			outfile: bundleOf(name),
			bundle: true,
			minify: true,
			format: "esm",
			platform: "browser",
			target: "es2022",
			charset: "utf8",
			legalComments: "none",
			logLevel: "error",
		});
		sizes[name] = sizesOf([readFileSync(bundleOf(name)), ...moduleOf(name)]);
	}
	return sizes;
}

/** Fails unless each bundle gives the right result: a bundler may leave out too much. */
export async function tryBundles() {
	for (const name of BUNDLED) {
		const { init, validate, issues } = await import(pathToFileURL(bundleOf(name)));
		await init?.(...moduleOf(name));
		const finds = ({ update }) =>
			validate === undefined ? issues(update).length > 0 : !validate(update).valid;
		if (finds(corpus.example) || !finds(corpus.invalid)) {
			throw new Error(`the bundle of ${name} gives a wrong result`);
		}
	}
}

/** The WebAssembly module of what the package offers. */
export function moduleOf(name) {
	return name in OFFERS
		? [readFileSync(join(benches, "../pkg/dist", OFFERS[name].folder, "membercard.wasm"))]
		: [];
}

function entry(name) {
	if (name in OFFERS) {
		const { folder, taken } = OFFERS[name];
		return [`export ${taken} from "../pkg/dist/${folder}/browser.mjs";`, "."];
	}
	switch (name) {
		case STANDALONE:
			return [
				`import validate from "./${STANDALONE}.source.mjs";
				export const issues = (value) => (validate(value) ? [] : validate.errors);`,
				"build",
			];
		default:
			return [`export { issues } from "./${name}.mjs";`, "peers"];
	}
}

function sizesOf(files) {
	const sum = (size) => files.reduce((total, file) => total + size(file).length, 0);
	const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
	return {
		minified: sum((file) => file),
		gzip: sum((file) => gzipSync(file, { level: 9 })),
		brotli: sum((file) => brotliCompressSync(file, quality)),
	};
}
