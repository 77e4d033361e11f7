/**
 * Copies the editor into a folder for a static server: the page, the built package and the examples. The page contains the
 * policy that `www/serve.mjs` sends as a header.
 *
 * Usage: node playground.mjs FOLDER
 */

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { argv } from "node:process";

import { POLICY } from "../../www/serve.mjs";
import { LANGUAGES, ROOT } from "./documents.mjs";

const [folder] = argv.slice(2);
rmSync(folder, { recursive: true, force: true });
copy("www", "", (file) => ![".mjs", ".png"].includes(extname(file)));
copyPackage();
// Leaves out the parts that only the tests use.
copy("tests/data", "examples", (file) => basename(file) !== "cases");
const page = join(folder, "index.html");
writeFileSync(page, complete(readFileSync(page, "utf8")));

function copy(from, to, filter) {
	cpSync(join(ROOT, from), join(folder, to), { recursive: true, filter });
}

/** The entries of the package that the page imports, each with its module. */
function copyPackage() {
	const endpoints = readFileSync(join(ROOT, "www/endpoints/index.js"), "utf8");
	const entries = [...endpoints.matchAll(/import\("\.\.\/package\/([^"]+)"\)/g)].map(([, entry]) => entry);
	for (const entry of entries) {
		for (const file of [entry, join(entry, "../membercard.wasm")]) {
			copy(join("pkg/dist", file), join("package", file));
		}
	}
}

/** Adds the policy and links to the documents to the page. */
function complete(html) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY.join("; ")}" />`;
	const help = Object.entries(LANGUAGES).map(
		([language, { folder }]) => `<link rel="help" hreflang="${language}" href="../${folder}docs/" />`,
	);
	return html.replace(/<meta charset="utf-8" \/>/, (charset) => [charset, policy, ...help].join("\n\t\t"));
}
