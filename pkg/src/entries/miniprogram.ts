/**
 * For WeChat Mini Programs: forms without HTML elements, and the host's own way to load the module.
 *
 * @packageDocumentation
 */

export { init } from "../hosts/miniprogram.js";
export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/form-without-page.js";
export type * from "./types/membercard-open.js";
