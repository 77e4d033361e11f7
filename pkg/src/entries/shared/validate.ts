/** The smallest entry: validates objects, and reads no JSON text. */

export { init, initSync } from "../../hosts/init.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "../../hosts/wasm-source.js";
export * from "./validate-without-init.js";
