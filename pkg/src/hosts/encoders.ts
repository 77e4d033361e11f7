/**
 * The host's encoders, or ours. The build puts them in the place of the globals, in every file of `dist` that uses them:
 * each has a module of its own, to be left out by itself.
 */

export { TextDecoder } from "./text-decoder.js";
export { TextEncoder } from "./text-encoder.js";
