import { explainLoadFailure, LoadFailure, NotAModule } from "../bridge/load-failure.js";
import { MODULE } from "../generated/glue.js";
import { describe, reasonOf } from "../runtime/describe.js";
import type { WasmSource, WasmSyncSource } from "./wasm-source.js";

/** The first bytes of a WebAssembly module. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const LESS_THAN = 0x3c;

const BUFFER = /^\[object (Shared)?ArrayBuffer\]$/;

const SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** The entry that has the same module inside. */
const INLINE = MODULE.replace(/[^/]*$/, "inline");

const GIVEN = "the given module";
/** Where Vite's development server, before version 8, looks for files beside pre-bundled code. */
const VITE = /vite\/(.+\/)?deps\w*\/[^/]*$/;

/** Compiles the WebAssembly module. Rejects with an Error that says what to change. */
export async function compile(source: WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
	const given = await resolvedSource(source);
	if (typeof given === "string" || given instanceof URL) {
		return compileResponse(await fetchModule(given));
	}
	if (isResponse(given)) {
		return compileResponse(given);
	}
	return isModule(given) ? (given as WebAssembly.Module) : compileBytes(bytesOf(given), GIVEN);
}

/** Compiles the WebAssembly module synchronously, unless it is compiled already. */
export function compileSync(source: WasmSyncSource): WebAssembly.Module {
	if (isModule(source)) {
		return source as WebAssembly.Module;
	}
	const bytes = bytesOf(source);
	assertWasm(bytes, GIVEN);
	try {
		return new WebAssembly.Module(bytes as BufferSource);
	} catch (cause) {
		throw explainLoadFailure(cause, GIVEN);
	}
}

async function resolvedSource(source: WasmSource | Promise<WasmSource>): Promise<unknown> {
	try {
		return await source;
	} catch (cause) {
		throw explainLoadFailure(cause, GIVEN);
	}
}

async function fetchModule(address: string | URL): Promise<Response> {
	try {
		return await fetch(address);
	} catch (cause) {
		throw new LoadFailure(`${address} cannot be fetched (${reasonOf(cause)}): ${cureOf(address)}`, cause);
	}
}

/** What to do about a module that cannot be fetched. */
function cureOf(address: string | URL): string {
	return isOnDisk(String(address))
		? `a page that is opened from a file may not fetch files: import ${INLINE}, which has the module inside`
		: "look whether it can be reached, and whether CORS or the page's Content-Security-Policy (connect-src) forbids it";
}

/** Whether an address, perhaps relative to that of the page, leads to a file of this machine. */
function isOnDisk(address: string): boolean {
	const scheme = SCHEME.exec(address)?.[0] ?? globalThis.location?.protocol;
	return scheme?.toLowerCase() === "file:";
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
	const from = response.url || "the given Response";
	if (!response.ok) {
		throw new LoadFailure(`${from} answered ${response.status}: ${adviceFor(from)}`);
	}
	// Streaming compilation needs the right media type, which not every server sends.
	const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	try {
		return mediaType === "application/wasm" && typeof WebAssembly.compileStreaming === "function"
			? await WebAssembly.compileStreaming(response)
			: await compileBytes(new Uint8Array(await response.arrayBuffer()), from);
	} catch (cause) {
		throw explainLoadFailure(cause, from);
	}
}

async function compileBytes(bytes: Uint8Array, from: string): Promise<WebAssembly.Module> {
	assertWasm(bytes, from);
	try {
		return await WebAssembly.compile(bytes as BufferSource);
	} catch (cause) {
		throw explainLoadFailure(cause, from);
	}
}

/** Throws a LoadFailure unless the bytes begin like a WebAssembly module. */
function assertWasm(bytes: Uint8Array, from: string): void {
	if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
		throw new LoadFailure(
			bytes[0] === LESS_THAN
				? `${from} is a web page, as servers answer for files that they do not have: ${adviceFor(from)}`
				: `${from} is no WebAssembly module`,
		);
	}
}

/** What to do about a missing file. */
function adviceFor(from: string): string {
	return VITE.test(from)
		? 'add `optimizeDeps: { exclude: ["wechatpay-membercard"] }` to the configuration of Vite, which has moved the code, but not the module'
		: `put ${MODULE} there`;
}

/** The bytes as a Uint8Array: some engines do not compile a DataView. */
function bytesOf(source: unknown): Uint8Array {
	if (ArrayBuffer.isView(source)) {
		return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	}
	if (BUFFER.test(Object.prototype.toString.call(source))) {
		return new Uint8Array(source as ArrayBuffer);
	}
	throw new NotAModule(
		`the WebAssembly module must be its address, a Response, its bytes, or compiled, not ${describe(source)}`,
	);
}

/** Whether a value is a compiled module, of this realm or another. */
function isModule(value: unknown): boolean {
	return Object.prototype.toString.call(value) === "[object WebAssembly.Module]";
}

function isResponse(value: unknown): value is Response {
	return typeof (value as Partial<Response> | null)?.arrayBuffer === "function";
}
