/** The package for a page that only validates objects: the smallest that there is. It reads no JSON text. */

export { init, initSync } from "../../hosts/init.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "../../hosts/wasm-source.js";
export * from "./validating.js";
