/**
 * For WeChat Mini Programs: what `/form` has, but for what needs elements of a page. `init` loads the WebAssembly module
 * from the code package.
 *
 * @packageDocumentation
 */

export { init } from "../hosts/miniprogram.js";
export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/headless.js";
export type * from "./types/membercard-open.js";
