import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as formPage from "../../pkg/dist/form/index.mjs";
import * as esm from "../../pkg/dist/index.mjs";
import * as inline from "../../pkg/dist/inline.mjs";
import * as validation from "../../pkg/dist/validate/index.mjs";

const require = createRequire(import.meta.url);
const cjs = require("../../pkg/dist/index.cjs");
const inlineCjs = require("../../pkg/dist/inline.cjs");
const dist = fileURLToPath(new URL("../../pkg/dist/", import.meta.url));
const { version } = JSON.parse(await readFile(join(dist, "../package.json"), "utf8"));

test("Node and bundlers are ready on import, and init is free", async () => {
	for (const entry of [esm, cjs, inline, inlineCjs, formPage, validation]) {
		assert.equal(entry.version(), version);
		assert.equal(await entry.init(), undefined);
		assert.equal(await entry.init("nowhere.wasm"), undefined);
	}
});

test("import and require share one instance", () => {
	assert.deepEqual({ ...esm }, { ...cjs });
	assert.equal(esm.ValidationError, cjs.ValidationError);
	assert.equal(esm.PreparedRequest, cjs.PreparedRequest);
});

test("every entry has the same exports", async () => {
	const browser = await import("../../pkg/dist/browser.mjs");
	for (const entry of [inline, inlineCjs, browser]) {
		assert.deepEqual(Object.keys(entry).sort(), Object.keys(esm).sort());
	}
});

test("a form page's entry offers the same but for answers, the guard, sending and JSON Schema", async () => {
	const left = Object.keys(esm).filter((name) => !(name in formPage));
	assert.deepEqual(left, [
		"AnswerError",
		"NonceMemory",
		"SendError",
		"SharedNonceMemory",
		"compareSignInformation",
		"curlCommand",
		"describeKey",
		"explainError",
		"fetchCard",
		"fromFormData",
		"inspectMessage",
		"jsonSchema",
		"locate",
		"newOutRequestNo",
		"postgresNonces",
		"prepareGet",
		"redisNonces",
		"responseParts",
		"send",
		"updateCard",
		"verifyResponse",
	]);
	assert.deepEqual(
		Object.keys(formPage).filter((name) => !(name in esm)),
		[],
	);
	const browser = await import("../../pkg/dist/form/browser.mjs");
	assert.deepEqual(Object.keys(browser).sort(), Object.keys(formPage).sort());
});

test("the smallest entry validates objects, and nothing else", async () => {
	assert.deepEqual(Object.keys(validation), [
		"cardUpdate",
		"cardUpdateSchema",
		"flatten",
		"init",
		"initSync",
		"treeify",
		"validate",
		"version",
	]);
	assert.equal(validation.validate("{}", { locale: "en" }).issues[0].code, "json_in_text");
	const browser = await import("../../pkg/dist/validate/browser.mjs");
	assert.deepEqual(Object.keys(browser).sort(), Object.keys(validation));
});

test("what the ES modules for Node import of CommonJS is short, for Node reads it twice", async () => {
	for (const folder of ["", "form", "validate"]) {
		const [, name] = /from "(.+\.cjs)"/.exec(await readFile(join(dist, folder, "index.mjs"), "utf8"));
		assert.ok((await readFile(join(dist, folder, name))).length < 200, name);
	}
});

test("where the module was left behind, it can be given", async () => {
	const folder = await mkdtemp(join(tmpdir(), "membercard-"));
	try {
		await copyFile(join(dist, "index.cjs"), join(folder, "index.cjs"));
		const moved = require(join(folder, "index.cjs"));
		assert.throws(() => moved.version(), /not ready/);
		await assert.rejects(
			moved.init(),
			(error) => /membercard\.wasm/.test(error.message) && error.cause.code === "ENOENT",
		);
		await moved.init(readFile(join(dist, "membercard.wasm")));
		assert.equal(moved.version(), version);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test("TypeScript finds every entry, also where it does not read exports", async () => {
	const { exports, typesVersions } = JSON.parse(await readFile(join(dist, "../package.json"), "utf8"));
	const entries = Object.keys(exports).filter((name) => name !== "." && !/\.(wasm|json)$/.test(name));
	assert.deepEqual(
		Object.keys(typesVersions["*"]),
		entries.map((name) => name.slice("./".length)),
	);
	for (const [file] of Object.values(typesVersions["*"])) {
		assert.ok((await readFile(join(dist, "..", file), "utf8")).startsWith("export * from"), file);
	}
});

test("wrong arguments are TypeErrors", () => {
	for (const json of [undefined, null, 1, {}, [123], new ArrayBuffer(2), new Uint16Array(1)]) {
		assert.throws(() => esm.validateJson(json), /takes a string or a Uint8Array/);
	}
	assert.throws(() => esm.validate({}, { locale: 7 }), /options\.locale/);
	assert.throws(() => esm.prepare({}, {}), /options\.cardId is missing/);
	assert.throws(() => esm.PreparedRequest.from(null), TypeError);
});
