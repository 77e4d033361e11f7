/** The package for a page that only validates objects: the smallest that there is. It reads no JSON text. */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/validate.js";
export type * from "./types/membercard-open.js";
