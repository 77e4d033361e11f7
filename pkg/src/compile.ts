import type { WasmSource, WasmSyncSource } from "./wasm-source.js";

/** Compiles the WebAssembly module of a source. */
export async function compile(source: WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
	const given: unknown = await source;
	if (typeof given === "string" || given instanceof URL) {
		return compileResponse(await fetch(given));
	}
	if (isResponse(given)) {
		return compileResponse(given);
	}
	return isModule(given)
		? (given as WebAssembly.Module)
		: WebAssembly.compile(plainBytes(given as BufferSource));
}

/** Compiles the bytes of the WebAssembly module, unless they are compiled. */
export function compileSync(source: WasmSyncSource): WebAssembly.Module {
	return isModule(source)
		? (source as WebAssembly.Module)
		: new WebAssembly.Module(plainBytes(source as BufferSource));
}

/** The same bytes in a form that every engine compiles; some refuse a DataView. */
function plainBytes(source: BufferSource): BufferSource {
	return ArrayBuffer.isView(source)
		? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
		: source;
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
	if (!response.ok) {
		throw new Error(
			`The WebAssembly module could not be loaded: ${response.url} answered ${response.status}`,
		);
	}
	// Compiling while it arrives needs the right media type; not every server sends it.
	const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	return mediaType === "application/wasm" && typeof WebAssembly.compileStreaming === "function"
		? WebAssembly.compileStreaming(response)
		: WebAssembly.compile(await response.arrayBuffer());
}

/** Whether a value is a compiled module, of this realm or another. */
function isModule(value: unknown): boolean {
	return Object.prototype.toString.call(value) === "[object WebAssembly.Module]";
}

function isResponse(value: unknown): value is Response {
	return typeof (value as Partial<Response> | null)?.arrayBuffer === "function";
}
