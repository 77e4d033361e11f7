import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { nodeFileTrace } from "@vercel/nft";
import { createServer } from "vite7";
import { ALL, FORM } from "./scenario.mjs";
import {
	forNode,
	withEsbuild,
	withParcel,
	withRollup,
	withRspack,
	withWebpack,
	withWebpack4,
} from "./tools.mjs";
import { serve, visit } from "./visit.mjs";

const HERE = import.meta.dirname;
const DIST = join(HERE, "dist");
/** A folder without node_modules, also above it. */
const ELSEWHERE = mkdtempSync(join(tmpdir(), "wechatpay-membercard-bundles-"));
after(() => rmSync(ELSEWHERE, { recursive: true }));

before(withParcel);

const script = 'defer src="ENTRY"';
const module = 'type="module" src="ENTRY"';
/** Bundlers for pages, how pages load the bundle, and which entries work: with the module inside, or as a file. */
const FOR_PAGES = {
	webpack: { bundle: withWebpack, tag: script, entries: ["page.js", "web.js"] },
	webpack4: { bundle: withWebpack4, tag: script, entries: ["page.js"] },
	rspack: { bundle: withRspack, tag: script, entries: ["page.js", "web.js"] },
	rollup: { bundle: withRollup, tag: module, entries: ["page.js"] },
	esbuild: { bundle: withEsbuild, tag: script, entries: ["page.js"] },
	parcel: { tag: script, entries: ["page.js", "web.js"] },
};

test("pages", async (t) => {
	const server = await serve(DIST);
	await visit("about:blank", async (page) => {
		for (const [tool, { bundle, tag, entries }] of Object.entries(FOR_PAGES)) {
			for (const entry of entries) {
				await t.test(`of ${tool}: ${entry}`, async () => {
					await bundle?.(entry, join(DIST, tool, entry));
					await page.goto(server.url + written(tool, entry, tag));
					assert.deepEqual(await page.eventually(() => globalThis.used), FORM);
				});
			}
		}
	}).finally(() => server.close());
});

test("a page's policy must allow WebAssembly, and the error says so", async () => {
	const inside = written("esbuild", "page.js", script);
	const asFile = written("rspack", "web.js", script);
	const allowing = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
	const cases = [
		[allowing, inside, FORM],
		["default-src 'none'; script-src 'self'", inside, /add 'wasm-unsafe-eval' to its script-src/],
		[allowing, asFile, /\.wasm cannot be fetched .*Content-Security-Policy \(connect-src\)/],
		[`${allowing}; connect-src 'self'`, asFile, FORM],
	];
	await visit("about:blank", async (page) => {
		for (const [policy, path, expected] of cases) {
			const server = await serve(DIST, policy);
			await page.goto(server.url + path);
			const used = await page.eventually(() => globalThis.used).finally(() => server.close());
			page.errors(); // The browser logs what a policy forbids.
			if (expected === FORM) {
				assert.deepEqual(used, FORM);
			} else {
				assert.match(used, expected);
			}
		}
	});
});

test("a page opened from a file, as in Electron, needs the inlined module, and the error says so", async () => {
	const open = (path) => `file://${join(DIST, path)}`;
	await visit(open(written("esbuild", "page.js", script)), async (page) => {
		assert.deepEqual(await page.eventually(() => globalThis.used), FORM);
		await page.goto(open(written("rspack", "web.js", script)));
		assert.match(await page.eventually(() => globalThis.used), /: import wechatpay-membercard\/form\/inline/);
		page.errors(); // Chromium logs what it forbids.
	});
});

test("the development server of Vite 7 needs one line for the module as a file, and the error names it", async () => {
	assert.deepEqual(await inDevelopment("page"), FORM);
	const line = 'optimizeDeps: { exclude: ["wechatpay-membercard"] }';
	const said = await inDevelopment("web");
	assert.ok(said.includes(`add \`${line}\` to the configuration of Vite`), said);
	assert.deepEqual(await inDevelopment("web", { optimizeDeps: { exclude: ["wechatpay-membercard"] } }), FORM);
});

/** The result of a page of Vite's development server. */
async function inDevelopment(name, config = {}) {
	writeFileSync(
		join(HERE, `${name}.html`),
		`<!doctype html><script type="module" src="/${name}.js"></script>`,
	);
	const server = await createServer({ ...config, root: HERE, configFile: false, logLevel: "error" });
	try {
		await server.listen(0);
		return await visit(`${server.resolvedUrls.local[0]}${name}.html`, async (page) => {
			const used = await page.eventually(() => globalThis.used);
			page.errors(); // Chromium asks for an icon.
			return used;
		});
	} finally {
		await server.close();
	}
}

/** Writes a page beside its bundle, and returns its path. */
function written(folder, entry, tag) {
	const html = `<!doctype html><meta charset="utf-8"><script ${tag.replace("ENTRY", entry)}></script>`;
	const path = `${folder}/${entry}.html`;
	writeFileSync(join(DIST, path), html);
	return path;
}

/** Bundlers for Node.js, and their module format. Webpack and similar tools make CommonJS by default. */
const FOR_NODE = {
	"esbuild, ES module": ["mjs", withEsbuild, { platform: "node", format: "esm" }],
	"esbuild, CommonJS": ["cjs", withEsbuild, { platform: "node", format: "cjs" }],
	"webpack 5": ["cjs", withWebpack, { target: "node" }],
	Rspack: ["cjs", withRspack, { target: "node" }],
	"Rollup with Node.js's conditions": ["mjs", withRollup, { plugins: forNode() }],
};

for (const [tool, [ending, bundle, options]] of Object.entries(FOR_NODE)) {
	for (const entry of ["server.mjs", "server.cjs"]) {
		test(`${tool}: the bundle of ${entry} runs without the package`, async () => {
			const file = join(ELSEWHERE, tool, `${entry}.${ending}`);
			await bundle(entry, file, options);
			assert.deepEqual(await printed(file), ALL);
		});
	}
}

test("Rollup without conditions, and Parcel: the bundles run without the package", async () => {
	const rollups = join(ELSEWHERE, "rollup.mjs");
	await withRollup("server.mjs", rollups);
	assert.deepEqual(await printed(rollups), ALL);
	const parcels = join(ELSEWHERE, "parcel.cjs");
	cpSync(join(DIST, "parcel-server/server.js"), parcels);
	assert.deepEqual(await printed(parcels), ALL);
});

test("files traced for a serverless function run", async () => {
	for (const entry of ["server.mjs", "server.cjs"]) {
		const { fileList } = await nodeFileTrace([join(HERE, entry)], { base: HERE });
		assert.ok(fileList.has("node_modules/wechatpay-membercard/dist/membercard.wasm"), entry);
		const folder = join(ELSEWHERE, "traced", entry);
		for (const file of fileList) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			cpSync(join(HERE, file), join(folder, file));
		}
		if (entry.endsWith("mjs")) {
			assert.deepEqual(await printed(join(folder, entry)), ALL);
		}
	}
});

/** The JSON output of a program. */
async function printed(file) {
	const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: ELSEWHERE });
	return JSON.parse(stdout);
}
