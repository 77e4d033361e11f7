/** The sources of the npm package have layers: imports, also of types, never form a cycle among files or folders. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const sources = join(root, "pkg/src");

/** The folders, lowest first. Folders of one line do not import each other. `ARCHITECTURE.md` shows them. */
const LAYERS = [
	["generated"],
	["runtime"],
	["bridge"],
	["options", "hosts"],
	["issues"],
	["validate"],
	["request"],
	["form", "response", "migrate"],
	["send", "guard", "keys"],
	["bind", "standard", "locate"],
	["entries"],
	["cli"],
];

/** The folders of the command-line tool, and its files beside them. */
const LAYERS_OF_CLI = [
	["shared", "terminal"],
	["input"],
	["arguments"],
	["report", "response"],
	["options"],
	["cards", "signing"],
	["commands"],
	["help.ts"],
	["completion.ts"],
	["main.ts"],
];

const COMMENT = /\/\*.*?\*\/|^\s*\/\/.*?$/gms;
const IMPORTED = /(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)"/g;

/** The imports of each file, by path below `pkg/src`. Generated files are left out. */
function readImports() {
	const files = readdirSync(sources, { recursive: true })
		.map((file) => file.split(sep).join("/"))
		.filter((file) => file.endsWith(".ts") && !file.startsWith("generated/"));
	return new Map(files.map((file) => [file, importsOf(file, readFileSync(join(sources, file), "utf8"))]));
}

function importsOf(file, text) {
	const specifiers = [...text.replace(COMMENT, "").matchAll(IMPORTED)].map(([, specifier]) => specifier);
	return specifiers
		.filter((specifier) => !specifier.includes("?")) // Resolved by bundlers only.
		.map((specifier) => posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts"));
}

/** The first cycle of files, as a chain that ends where it begins; `undefined` if there is none. */
function circleIn(imports) {
	const done = new Set();
	const visit = (file, way) => {
		if (way.includes(file)) {
			return [...way.slice(way.indexOf(file)), file];
		}
		if (done.has(file)) {
			return undefined;
		}
		for (const next of imports.get(file) ?? []) {
			const circle = visit(next, [...way, file]);
			if (circle !== undefined) {
				return circle;
			}
		}
		done.add(file);
	};
	for (const file of imports.keys()) {
		const circle = visit(file, []);
		if (circle !== undefined) {
			return circle;
		}
	}
}

/** The imports within `folder` that do not lead to a lower layer. */
function wrongArrows(imports, layers, folder = "") {
	const layerOf = (file) => {
		const [name] = file.slice(folder.length).split("/");
		const layer = layers.findIndex((names) => names.includes(name));
		assert.notEqual(layer, -1, `${folder}${name} has no layer`);
		return { name, layer };
	};
	const wrong = [];
	for (const [file, imported] of imports) {
		for (const other of imported.filter((other) => file.startsWith(folder) && other.startsWith(folder))) {
			const [from, to] = [layerOf(file), layerOf(other)];
			if (from.name !== to.name && from.layer <= to.layer) {
				wrong.push(`${file} imports ${other}`);
			}
		}
	}
	return wrong;
}

const imports = readImports();

test("the sources are read", () => {
	assert.ok(imports.size > 150, `${imports.size} files`);
	assert.ok([...imports.values()].flat().length > 500);
	const missing = [...imports.values()]
		.flat()
		.filter((file) => !file.startsWith("generated/") && !imports.has(file));
	assert.deepEqual(missing, []);
});

test("no file leads back to itself", () => {
	assert.equal(circleIn(imports)?.join(" -> "), undefined);
});

test("folders import from lower layers only", () => {
	assert.deepEqual(wrongArrows(imports, LAYERS), []);
	assert.deepEqual(wrongArrows(imports, LAYERS_OF_CLI, "cli/"), []);
});

test("the document draws the same layers", () => {
	const document = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
	const drawn = LAYERS.slice(1)
		.map((names) => names.join(" "))
		.reverse()
		.join("\n");
	assert.ok(document.includes(`\n${drawn}\n`), `ARCHITECTURE.md must have these lines:\n${drawn}`);
});

test("a circle and a wrong arrow are found", () => {
	const of = (texts) => new Map(Object.entries(texts).map(([file, text]) => [file, importsOf(file, text)]));
	const circle = of({
		"form/a.ts": 'import type { B } from "./b.js";',
		"form/b.ts": 'export type * from "../bind/c.js";',
		"bind/c.ts": '// import "./d.js"\nexport type C = import("../form/b.js").B;',
	});
	assert.deepEqual(circleIn(circle), ["form/b.ts", "bind/c.ts", "form/b.ts"]);
	assert.deepEqual(wrongArrows(circle, LAYERS), ["form/b.ts imports bind/c.ts"]);
	const beside = of({ "form/a.ts": 'import {\n\tb,\n} from "../response/b.js";', "response/b.ts": "" });
	assert.equal(circleIn(beside), undefined);
	assert.deepEqual(wrongArrows(beside, LAYERS), ["form/a.ts imports response/b.ts"]);
});
