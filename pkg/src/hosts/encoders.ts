/**
 * The host's encoders, or ours. The build injects them in place of the globals. Each has its own file, so that bundles
 * contain only those that they use.
 */

export { TextDecoder } from "./text-decoder.js";
export { TextEncoder } from "./text-encoder.js";
