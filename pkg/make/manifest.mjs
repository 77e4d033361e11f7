/**
 * How tools find the entries: `exports` of `package.json`, and a folder for each entry, for tools that do not read that.
 *
 * Of the conditions, the first that a tool knows is the one that counts:
 *
 * - Node.js and what bundles for it must come to the same file. Nitro asks as a bundler does, copies that file with what it
 *   reads, and then Node.js asks again, as itself. So `node` stands before `module`.
 * - Bundlers know `module`. What loads modules without a bundler, as a page does, is left with `default`.
 * - What asks for `require` and says nothing of its host is on Node.js all the same, as Jest is with pages.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { KEYS, KEYS_FOLDER, OFFERS } from "./bundles.mjs";
import { dist, here } from "./folders.mjs";

/** A file of `dist`, as `package.json` names it. */
const file = (...path) => `./${posix.join("dist", ...path)}`;

/** What is ready wherever it is imported. */
const inline = (at) => ({ require: at("inline.cjs"), default: at("inline.mjs") });

/** What there is to import: what follows the package's name, the files, and their types. */
export const ENTRIES = [
	...OFFERS.flatMap(({ folder }) => {
		const path = relative(dist, folder).replaceAll(sep, "/");
		const at = (name) => file(path, name);
		const entry = (name, target, types) => ({ name: posix.join(path, name), target, types });
		return [
			entry(".", forEveryHost(at), at("index.d.cts")),
			entry("inline", inline(at), at("inline.d.cts")),
			entry("web", at("browser.mjs"), at("index.d.cts")),
			entry("membercard.wasm", at("membercard.wasm")),
		];
	}),
	{ name: "miniprogram", target: file("miniprogram/index.js"), types: file("miniprogram/index.d.ts") },
	...KEYS.map((name) => {
		const at = (ending) => file(KEYS_FOLDER, `${name}.${ending}`);
		return { name, target: { require: at("cjs"), default: at("mjs") }, types: at("d.cts") };
	}),
	{ name: "package.json", target: "./package.json" },
];

function forEveryHost(at) {
	return {
		workerd: at("edge.mjs"),
		"edge-light": at("edge.mjs"),
		deno: at("inline.mjs"),
		bun: at("inline.mjs"),
		node: { import: at("index.mjs"), require: at("index.cjs") },
		module: at("inline.mjs"),
		require: at("index.cjs"),
		default: at("browser.mjs"),
	};
}

/** Writes them into `package.json`, and the folders beside it. */
export function writeManifest() {
	const [whole, ...others] = ENTRIES.filter(({ types }) => types !== undefined);
	const path = join(here, "package.json");
	const before = readFileSync(path, "utf8");
	const manifest = {
		...JSON.parse(before),
		...fieldsOf(whole),
		exports: Object.fromEntries(
			ENTRIES.map(({ name, target }) => [name === "." ? name : `./${name}`, target]),
		),
	};
	const after = textOf(manifest);
	if (after !== before) {
		writeFileSync(path, after);
	}
	for (const entry of others) {
		const folder = join(here, entry.name);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, "package.json"), textOf(fieldsOf(entry)));
	}
}

/** The fields that lead to an entry where nobody reads `exports`. */
function fieldsOf({ name, target, types }) {
	const from = (file) => posix.relative(name, file).replace(/^(?!\.)/, "./");
	const { require: main = target, module = target.default ?? target } = target;
	return { main: from(main), module: from(module), types: from(types) };
}

const textOf = (manifest) => `${JSON.stringify(manifest, undefined, "\t")}\n`;
