import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, mock, test } from "node:test";
import { withoutExport } from "./wasm-file.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const wasm = await readFile(new URL("membercard.wasm", dist));
const { version } = JSON.parse(await readFile(new URL("../package.json", dist), "utf8"));

/** Further files of the server: media type and content. */
const FILES = {
	"/plain.wasm": ["text/plain", wasm],
	"/broken.wasm": ["application/wasm", "no wasm"],
	"/cut.wasm": ["application/wasm", wasm.subarray(0, 100_000)],
	"/page": ["text/html", "<!doctype html><title>Shop</title>"],
	"/text": ["text/plain", "Not found"],
	"/node_modules/.vite/deps/membercard.wasm": ["text/html", "<!doctype html><title>Shop</title>"],
};
const ANOTHER = new RegExp(
	`another entry or version of the package; wechatpay-membercard/membercard\\.wasm of version ${version} belongs here`,
);
/** A module that imports the function `f` of `env`. */
const IMPORTING = Uint8Array.of(
	...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0],
	...[2, 9, 1, 3, 0x65, 0x6e, 0x76, 1, 0x66, 0, 0],
);

/** The module with another version. */
function ofVersion(other) {
	const changed = Buffer.from(wasm);
	for (let at = changed.indexOf(version); at >= 0; at = changed.indexOf(version, at + 1)) {
		changed.write(other, at);
	}
	return changed;
}

let server;
let origin;
let requests = 0;

before(async () => {
	server = createServer((request, response) => {
		requests += 1;
		if (request.url.endsWith("/missing.wasm")) {
			response.writeHead(404).end("<html>");
		} else if (request.url === "/reset.wasm") {
			request.socket.destroy();
		} else {
			const [type, content] = FILES[request.url] ?? ["application/wasm", wasm];
			response.writeHead(200, { "Content-Type": type }).end(content);
		}
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

let instances = 0;
/** A fresh copy of the browser's entry, as on a new page. */
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
	await assert.rejects(page.init(Promise.reject(new Error("offline"))), /offline/);
	assert.throws(() => page.version(), /not ready/);
	await page.init(`${origin}/membercard.wasm`);
	assert.equal(page.version(), version);
});

/** Failures: what is loaded, and the expected message. */
const FAILURES = {
	"a file that is missing": [
		() => `${origin}/missing.wasm`,
		/missing\.wasm answered 404: put wechatpay-membercard\/membercard\.wasm there/,
	],
	"a web page in its place": [
		() => `${origin}/page`,
		/\/page is a web page, as servers answer .*: put .* there/,
	],
	"a web page of Vite's development server": [
		() => `${origin}/node_modules/.vite/deps/membercard.wasm`,
		/is a web page, .*: add `optimizeDeps: \{ exclude: \["wechatpay-membercard"\] \}` to the configuration of Vite/,
	],
	"a file that Vite's development server for Nuxt has not": [
		() => `${origin}/_nuxt/node_modules/.cache/vite/client/deps/missing.wasm`,
		/missing\.wasm answered 404: add `optimizeDeps: /,
	],
	"another file in its place": [() => `${origin}/text`, /\/text is no WebAssembly module/],
	"another file that says it is WebAssembly": [
		() => `${origin}/broken.wasm`,
		/broken\.wasm was cut short or changed/,
	],
	"a file that was cut short": [
		() => `${origin}/cut.wasm`,
		/cut\.wasm was cut short or changed .*: load it again/,
	],
	"a connection that breaks": [() => `${origin}/reset.wasm`, /reset\.wasm cannot be fetched .*connect-src/],
	"a server that is away": [() => "http://127.0.0.1:1/x.wasm", /127\.0\.0\.1:1\/x\.wasm cannot be fetched/],
	"a file of a disk": [
		() => new URL("membercard.wasm", dist),
		/^[^:]*: file:.*membercard\.wasm cannot be fetched .*: import wechatpay-membercard\/inline, which has the module inside$/,
	],
	"an answer that failed": [() => Promise.reject(new TypeError("Failed to fetch")), /Failed to fetch/],
	"bytes that were cut short": [() => wasm.subarray(0, wasm.length / 2), /the given module was cut short/],
	"bytes of a page": [() => Buffer.from("<!doctype html>"), /the given module is a web page/],
	"other bytes": [() => new Uint8Array([0, 1, 2]), /the given module is no WebAssembly module/],
	"no bytes": [() => new Uint8Array(), /the given module is no WebAssembly module/],
	"the module of a smaller entry": [() => withoutExport(wasm, "explain_error"), ANOTHER],
	"the module of another version": [() => ofVersion("9.9.9"), ANOTHER],
	"a module that exports nothing": [() => wasm.subarray(0, 8), ANOTHER],
	"a module that imports something else": [() => IMPORTING, ANOTHER],
};

for (const [name, [source, message]] of Object.entries(FAILURES)) {
	test(`${name}: it is reported, also by every later call`, async () => {
		const page = await openPage();
		const failed = { name: "Error", message };
		const given = source();
		await assert.rejects(page.init(given), failed);
		const notReady = (error) => /not ready\. /.test(error.message) && message.test(error.message);
		assert.throws(() => page.version(), notReady);
		assert.throws(() => page.validate({}), notReady);
		assert.throws(() => new page.CardForm(), notReady);
		assert.throws(() => new page.NonceMemory(1), notReady);
		if (ArrayBuffer.isView(given)) {
			assert.throws(() => page.initSync(given), failed);
		}
		await page.init(wasm);
		assert.equal(page.version(), version);
	});
}

test("a policy that forbids WebAssembly is named, for the error texts of all browsers", async () => {
	for (const words of [
		"WebAssembly.compile(): Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: \"script-src 'self'\"",
		"call to WebAssembly.compile() blocked by CSP",
		"Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script",
	]) {
		const page = await openPage();
		const compile = mock.method(WebAssembly, "compile", async () => {
			throw new WebAssembly.CompileError(words);
		});
		const forbidden = /Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src/;
		await assert.rejects(page.init(wasm), forbidden);
		compile.mock.restore();
		assert.throws(() => page.validate({}), forbidden);
	}
});

test("a host that is too old, or has no WebAssembly, gets a clear error", async () => {
	const old = await openPage();
	const validate = mock.method(WebAssembly, "validate", () => false);
	const tooOld = /this browser is too old; Chrome 96, .* are new enough \(.+\)/;
	await assert.rejects(old.init(wasm.subarray(0, 1000)), tooOld);
	validate.mock.restore();
	assert.throws(() => old.validate({}), tooOld);

	const without = await openPage();
	const { WebAssembly: host } = globalThis;
	delete globalThis.WebAssembly;
	const none = /this host has no WebAssembly, as iOS in Lockdown Mode and Node\.js with --jitless/;
	try {
		await assert.rejects(without.init(wasm), none);
	} finally {
		globalThis.WebAssembly = host;
	}
	assert.throws(() => without.validate({}), none);
});

test("a Mini Program that loads the entry of pages gets a hint to its own entry", async () => {
	const own = /a WeChat Mini Program needs the entry wechatpay-membercard\/miniprogram/;
	const { fetch, URL, WebAssembly } = globalThis;
	const absent = ["fetch", "URL", "WebAssembly"];
	const page = await openPage();
	globalThis.WXWebAssembly = {};
	for (const name of absent) {
		delete globalThis[name];
	}
	try {
		await assert.rejects(page.init(), own);
		await assert.rejects(page.init("/membercard.wasm"), own);
	} finally {
		Object.assign(globalThis, { fetch, URL, WebAssembly });
		delete globalThis.WXWebAssembly;
	}
	assert.throws(() => page.validate({}), own);
});

test("what can be no module is a TypeError, and leaves all as it was", async () => {
	const page = await openPage();
	for (const source of [1, {}, [], true, Symbol("wasm")]) {
		const wrong = {
			name: "TypeError",
			message: /must be its address, a Response, its bytes, or compiled, not/,
		};
		await assert.rejects(page.init(source), wrong);
		assert.throws(() => page.initSync(source), wrong);
	}
	assert.throws(() => page.version(), /not ready: call `await init\(\)` once/);
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
