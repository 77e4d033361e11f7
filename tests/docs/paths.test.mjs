/** Every file named in documents and comments exists. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const read = (file) => readFileSync(join(root, file), "utf8");

/** A file by its path from the root, such as `src/json/parser.rs`. */
const FROM_ROOT =
	/(?<![\w./@{}-])(?:\.\.\/)*(?:src|pkg|tests|xtask|docs|benches|examples|www)\/[\w./-]+\.(?:rs|ts|mjs|json|md|toml)\b/g;
/** A file by the end of its path, as code in a document: `json/parser.rs`. */
const FROM_ANYWHERE = /(?<=`)(?:[\w-]+\/)+[\w.-]+\.(?:rs|ts|mjs|json|md|toml)(?=`)/g;
/** Build outputs. */
const MADE = /^(?:pkg\/)?(?:dist|build|src\/generated)\//;
/** The changelog may name old files. */
const OF_THE_PAST = "CHANGELOG.md";

const isThere = (file, path) =>
	MADE.test(path) ||
	files.includes(path) ||
	files.includes(normalize(join(dirname(file), path))) ||
	// Crates of the workspace name files relative to their own folder.
	files.some((other) => other.endsWith(`/${path}`) && file.startsWith(other.slice(0, -path.length)));

function commentsOf(file) {
	const lines = read(file).split("\n");
	return lines.filter((line) => /^\s*(?:\/\/|\/\*|\*|#)/.test(line)).join("\n");
}

test("documents name files that are there", () => {
	const documents = files.filter((file) => file.endsWith(".md") && file !== OF_THE_PAST);
	const named = documents.flatMap((file) => {
		const paths = [...read(file).matchAll(FROM_ROOT), ...read(file).matchAll(FROM_ANYWHERE)];
		return paths.map(([path]) => [file, path]);
	});
	assert.ok(named.length > 40, `only ${named.length} paths`);
	const wrong = named.filter(
		([file, path]) => !isThere(file, path) && !files.some((other) => other.endsWith(`/${path}`)),
	);
	assert.deepEqual(wrong, []);
});

test("comments name files that are there", () => {
	const sources = files.filter((file) => /\.(?:rs|ts|mjs|js|toml)$/.test(file) && !MADE.test(file));
	const named = sources.flatMap((file) =>
		[...commentsOf(file).matchAll(FROM_ROOT)].map(([path]) => [file, path]),
	);
	assert.ok(named.length > 5, `only ${named.length} paths`);
	assert.deepEqual(
		named.filter(([file, path]) => !isThere(file, path)),
		[],
	);
});
