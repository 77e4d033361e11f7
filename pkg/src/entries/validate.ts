/** The package for a page that only validates: the smallest that there is. */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/validate.js";
export type * from "./types/membercard-open.js";
