/**
 * How tools find the entries: by `exports` of `package.json`, or by a folder for each entry, for tools that do not read
 * `exports`.
 *
 * A tool takes the first condition that it knows:
 *
 * - Node.js and bundlers for it must find the same file. Nitro resolves like a bundler and copies the file it finds;
 * later Node.js resolves again. So `node` comes before `module`.
 * - Bundlers know `module`. Pages without a bundler use `default`.
 * - A tool that uses `require` without naming its host runs on Node.js, such as Jest with jsdom.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { KEYS, KEYS_FOLDER, OFFERS } from "./bundles.mjs";
import { dist, here } from "./folders.mjs";

/** A file of `dist`, as `package.json` names it. */
const file = (...path) => `./${posix.join("dist", ...path)}`;

/** Ready on import in any host. */
const inline = (at) => ({ require: at("inline.cjs"), default: at("inline.mjs") });

/** The entries: subpath, files and types. */
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

/** Writes `exports` of `package.json`, and the folders of the entries. */
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

/** The fields that lead to an entry for tools that do not read `exports`. */
function fieldsOf({ name, target, types }) {
	const from = (file) => posix.relative(name, file).replace(/^(?!\.)/, "./");
	const { require: main = target, module = target.default ?? target } = target;
	return { main: from(main), module: from(module), types: from(types) };
}

const textOf = (manifest) => `${JSON.stringify(manifest, undefined, "\t")}\n`;
