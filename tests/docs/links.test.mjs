/** Every link of the documents leads to a file of the repository, and to a heading that is there. */

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";

import { proseOf, targetsOf } from "./document.mjs";

const root = join(import.meta.dirname, "../..");
const documents = [
	...readdirSync(root).filter((name) => name.endsWith(".md")),
	...readdirSync(join(root, "docs"), { recursive: true })
		.filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
		.map((name) => join("docs", name)),
	"benches/README.md",
	"tests/data/cases/README.md",
].map((name) => join(root, name));

function isWrong(document, link) {
	const [path, target] = link.split("#");
	const file = path === "" ? document : join(dirname(document), path);
	return !existsSync(file) || (target !== undefined && !targetsOf(file).includes(target));
}

test("no link leads nowhere", () => {
	const links = documents.flatMap((document) =>
		[...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => [document, link]),
	);
	assert.ok(links.length > 100, `only ${links.length} links`);
	const wrong = links
		.filter(([, link]) => !/^https?:/.test(link))
		.filter(([document, link]) => isWrong(document, link));
	assert.deepEqual(
		wrong.map(([document, link]) => `${relative(root, document)}: ${link}`),
		[],
	);
});
