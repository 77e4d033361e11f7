export { prepare, sign, validate, validateJson, version } from "./api.js";
export { SigningError, ValidationError } from "./errors.js";
export { init, initSync } from "./init.js";
export type { RequestOptions, SignOptions, ValidateOptions } from "./options.js";
export { PreparedRequest } from "./prepared-request.js";
export type { Signature, Signer } from "./signer.js";
export type * from "./types.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "./wasm-source.js";
