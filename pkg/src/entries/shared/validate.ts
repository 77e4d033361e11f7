/** The package for a page that only validates: the smallest that there is. */

export { init, initSync } from "../../hosts/init.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "../../hosts/wasm-source.js";
export * from "./validating.js";
