import type { Global } from "../runtime/host.js";

/** A compiled WebAssembly module. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } }
	? Type
	: never;

/** The bytes of the WebAssembly module, or the module. */
export type WasmSyncSource = ArrayBuffer | ArrayBufferView | WasmModule;

/** Where the WebAssembly module comes from: an address, a response, bytes, or a module. */
export type WasmSource = string | Global<"URL"> | Global<"Response"> | WasmSyncSource;
