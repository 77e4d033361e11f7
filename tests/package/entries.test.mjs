import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
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
		"NonceMemory",
		"ResponseError",
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

test("the CommonJS imported by the ES modules for Node.js is short, because Node.js reads it twice", async () => {
	for (const folder of ["", "form", "validate"]) {
		const [, name] = /from "(.+\.cjs)"/.exec(await readFile(join(dist, folder, "index.mjs"), "utf8"));
		assert.ok((await readFile(join(dist, folder, name))).length < 200, name);
	}
});

test("moved CommonJS finds the module as code, or accepts it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "membercard-"));
	const moved = async (name, ...files) => {
		await mkdir(join(folder, name));
		await Promise.all(files.map((file) => copyFile(join(dist, file), join(folder, name, file))));
		return require(join(folder, name, "index.cjs"));
	};
	try {
		const withCode = await moved("with-code", "index.cjs", "membercard.cjs");
		assert.equal(withCode.version(), version);
		const alone = await moved("alone", "index.cjs");
		const missing = (error) =>
			/both missing.*; give `init` the former: ENOENT.*membercard\.wasm/.test(error.message);
		assert.throws(() => alone.version(), missing);
		await assert.rejects(alone.init(), (error) => missing(error) && error.cause.code === "ENOENT");
		await alone.init(readFile(join(dist, "membercard.wasm")));
		assert.equal(alone.version(), version);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test("Node.js without WebAssembly gets a clear error", () => {
	const args = ["--jitless", "-e", "require(process.argv[1]).version()", join(dist, "index.cjs")];
	const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
	assert.match(stderr, /not ready\. .*this host has no WebAssembly, as .*Node\.js with --jitless/);
});

/** How tools find the entries. */
const manifest = JSON.parse(await readFile(join(dist, "../package.json"), "utf8"));

test("Node.js and bundlers for it find the same file", () => {
	for (const [name, target] of Object.entries(manifest.exports)) {
		const conditions = Object.keys(target);
		if (typeof target === "object" && conditions.includes("module")) {
			assert.ok(conditions.indexOf("node") < conditions.indexOf("module"), name);
			assert.deepEqual(Object.keys(target.node), ["import", "require"], name);
		}
	}
});

test("tools that do not read exports find every entry and its types in its folder", async () => {
	const names = Object.keys(manifest.exports).filter((name) => !/\.(wasm|json)$/.test(name));
	for (const name of names) {
		const folder = join(dist, "..", name);
		const { main, module, types } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
		const target = manifest.exports[name];
		assert.equal(join(folder, main), join(dist, "..", target.require ?? target), name);
		assert.equal(join(folder, module), join(dist, "..", target.module ?? target.default ?? target), name);
		assert.ok((await readFile(join(folder, types), "utf8")).startsWith("export * from"), name);
		assert.ok(name === "." || manifest.files.includes(name.split("/")[1]), name);
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
