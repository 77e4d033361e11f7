import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, mock, test } from "node:test";

const dist = new URL("../../pkg/dist/", import.meta.url);
const wasm = await readFile(new URL("membercard.wasm", dist));
const { version } = JSON.parse(await readFile(new URL("../package.json", dist), "utf8"));

let server;
let origin;
let requests = 0;

before(async () => {
	server = createServer((request, response) => {
		requests += 1;
		const type = request.url === "/plain.wasm" ? "text/plain" : "application/wasm";
		if (request.url === "/missing.wasm") {
			response.writeHead(404).end("<html>");
		} else {
			response
				.writeHead(200, { "Content-Type": type })
				.end(request.url === "/broken.wasm" ? "no wasm" : wasm);
		}
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

let instances = 0;
/** The browser's entry, as on a page that was just opened. */
const openPage = () => import(new URL(`browser.mjs?page=${++instances}`, dist));

test("before init, every function says what to do", async () => {
	const page = await openPage();
	const options = { cardId: "c", mchid: "m", serialNo: "s" };
	const notReady = { name: "Error", message: /not ready.*await init\(\)/ };
	assert.throws(() => page.version(), notReady);
	assert.throws(() => page.validate({}), notReady);
	assert.throws(() => page.validateJson("{}"), notReady);
	assert.throws(() => page.validateJson(new Uint8Array()), notReady);
	assert.throws(() => page.validateJson("x".repeat(2_000_000)), notReady);
	assert.throws(() => page.prepare({}, options), notReady);
	await assert.rejects(page.sign({}, { ...options, signer: () => "" }), notReady);
});

test("init loads the module that lies beside the entry", async () => {
	const page = await openPage();
	const fetched = mock.method(globalThis, "fetch", async () => new Response(wasm));
	try {
		await page.init();
	} finally {
		fetched.mock.restore();
	}
	assert.equal(fetched.mock.callCount(), 1);
	assert.equal(String(fetched.mock.calls[0].arguments[0]), new URL("membercard.wasm", dist).href);
	assert.equal(page.version(), version);
});

test("init takes an address, an answer, bytes or a module, now or later", async () => {
	const response = () => new Response(wasm, { headers: { "Content-Type": "application/wasm" } });
	const sources = [
		`${origin}/membercard.wasm`,
		new URL(`${origin}/membercard.wasm`),
		`${origin}/plain.wasm`,
		response(),
		fetch(`${origin}/membercard.wasm`),
		Promise.resolve(response()),
		wasm,
		new Uint8Array(wasm),
		new Uint8Array(wasm).buffer,
		new DataView(new Uint8Array(wasm).buffer),
		await WebAssembly.compile(wasm),
		WebAssembly.compile(wasm),
	];
	for (const source of sources) {
		const page = await openPage();
		assert.equal(await page.init(source), undefined);
		assert.equal(page.version(), version);
	}
});

test("initSync takes bytes or a module", async () => {
	for (const source of [wasm, new Uint8Array(wasm).buffer, new WebAssembly.Module(wasm)]) {
		const page = await openPage();
		assert.equal(page.initSync(source), undefined);
		assert.equal(page.version(), version);
	}
});

test("calls at the same time share one load, and later calls are free", async () => {
	const page = await openPage();
	const before = requests;
	const address = `${origin}/membercard.wasm`;
	await Promise.all([page.init(address), page.init(address), page.init()]);
	assert.equal(requests, before + 1);
	await page.init(address);
	await page.init();
	page.initSync(wasm);
	await page.init(`${origin}/missing.wasm`);
	assert.equal(requests, before + 1);
	assert.equal(page.version(), version);
});

test("a load that failed can be tried again", async () => {
	const page = await openPage();
	const failing = Promise.allSettled([
		page.init(`${origin}/missing.wasm`),
		page.init(`${origin}/missing.wasm`),
	]);
	for (const { status, reason } of await failing) {
		assert.equal(status, "rejected");
		assert.match(reason.message, /missing\.wasm answered 404/);
	}
	await assert.rejects(page.init(`${origin}/broken.wasm`), WebAssembly.CompileError);
	await assert.rejects(page.init(Promise.reject(new Error("offline"))), /offline/);
	await assert.rejects(page.init(new Uint8Array([0, 1, 2])), WebAssembly.CompileError);
	await assert.rejects(page.init(1), TypeError);
	assert.throws(() => page.initSync(new Uint8Array([0, 1, 2])), WebAssembly.CompileError);
	assert.throws(() => page.version(), /not ready/);
	await page.init(`${origin}/membercard.wasm`);
	assert.equal(page.version(), version);
});

test("initSync may overtake a load under way", async () => {
	const page = await openPage();
	const loading = page.init(`${origin}/membercard.wasm`);
	page.initSync(wasm);
	assert.equal(page.version(), version);
	await loading;
	assert.equal(page.version(), version);
});

test("where the host compiles so much only in the background, init does", async () => {
	const { Module } = WebAssembly;
	WebAssembly.Module = class {
		constructor() {
			throw new RangeError("too large for the main thread");
		}
	};
	let page;
	try {
		page = await import(new URL("inline.mjs?background", dist));
	} finally {
		WebAssembly.Module = Module;
	}
	assert.throws(() => page.version(), /not ready/);
	await page.init();
	assert.equal(page.version(), version);
});
