/** Every link of the documents leads to an existing file and heading. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";

import { DOCUMENTS, ROOT } from "../../docs/site/documents.mjs";
import { proseOf, targetsOf } from "./document.mjs";

const documents = [...DOCUMENTS, "tests/data/cases/README.md"].map((name) => join(ROOT, name));

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
		wrong.map(([document, link]) => `${relative(ROOT, document)}: ${link}`),
		[],
	);
});
