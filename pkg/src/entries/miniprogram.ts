/** The package for WeChat Mini Programs: a form without elements. The host is not a browser, and loads in its own way. */

export { init } from "../hosts/miniprogram.js";
export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/headless.js";
export type * from "./types/membercard-open.js";
