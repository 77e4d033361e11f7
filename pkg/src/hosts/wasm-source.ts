import type { Global } from "../runtime/host.js";

/** A compiled WebAssembly module. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } }
	? Type
	: never;

/** The WebAssembly module: bytes or compiled. */
export type WasmSyncSource = ArrayBuffer | ArrayBufferView | WasmModule;

/** The WebAssembly module: a URL, a Response, bytes, or compiled. */
export type WasmSource = string | Global<"URL"> | Global<"Response"> | WasmSyncSource;
