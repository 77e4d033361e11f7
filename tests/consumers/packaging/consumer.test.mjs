/** The published files, and whether all tools find the entries. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { CONTENTS, MAX_ARCHIVE_BYTES, TYPES } from "./contents.mjs";
import { installed } from "./run.mjs";

const archive = readFileSync(process.env.PACKED_ARCHIVE);
const folder = installed("wechatpay-membercard");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

function filesOf(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

test("the archive has the expected files, within their size limits", () => {
	const files = filesOf(folder);
	const types = files.filter((file) => TYPES.files.test(file));
	const others = files.filter((file) => !types.includes(file));
	const size = (file) => statSync(join(folder, file)).size;
	assert.deepEqual(others.sort(), Object.keys(CONTENTS).sort());
	assert.deepEqual(
		others.filter((file) => size(file) > CONTENTS[file]).map((file) => `${file}: ${size(file)}`),
		[],
	);
	assert.ok(types.map(size).reduce((sum, bytes) => sum + bytes) <= TYPES.maxBytes);
	assert.ok(archive.length <= MAX_ARCHIVE_BYTES, `${archive.length} bytes`);
	console.log(`${files.length} files, ${archive.length} bytes packed`);
});

test("every entry of the manifest leads to a file", () => {
	const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
	for (const target of targets(manifest.exports)) {
		assert.ok(statSync(join(folder, target)).isFile(), target);
	}
});

test("publint finds nothing", async () => {
	const { messages } = await publint({ pkgDir: folder, pack: false, level: "suggestion" });
	assert.deepEqual(messages, []);
});

test("the types are right for every way to resolve them", async () => {
	const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(archive)), {
		excludeEntrypoints: [/\.wasm$/],
	});
	// Pages have no `require`.
	const isKnown = ({ kind, entrypoint }) => kind === "CJSResolvesToESM" && entrypoint.endsWith("/web");
	assert.deepEqual(
		analysis.problems.filter((problem) => !isKnown(problem)),
		[],
	);
});

/** What only one part of the core says, and the entries that have this part. */
const WHOLE = [""];
const WITH_FORMS = ["", "/form"];
const PARTS = [
	["mistakes of JSON text", WITH_FORMS, ["语法错误", "JSON syntax error"]],
	["forms", WITH_FORMS, ["超出列表的范围", "is not a field of this API"]],
	["what forms say of fields", WITH_FORMS, ["string("]],
	["requests", WITH_FORMS, ["应为纯数字", "must consist of digits"]],
	["answers", WHOLE, ["无法验签", "so it cannot be verified"]],
	["the guard", WHOLE, ["待签名串过大", "The message is too large"]],
	["JSON Schema", WHOLE, ["2020-12/schema", "draft-07/schema"]],
];

for (const [part, entries, words] of PARTS) {
	test(`modules contain the texts of ${part} only if their entry has it`, () => {
		for (const family of ["", "/card-member"]) {
			for (const entry of ["", "/form", "/validate"]) {
				const wasm = readFileSync(join(folder, "dist", family, entry, "membercard.wasm"));
				for (const word of words) {
					assert.equal(wasm.includes(word), entries.includes(entry), `${family}${entry}: ${word}`);
				}
			}
		}
	});
}
