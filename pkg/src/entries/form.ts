/** The package for a form page: no responses, no guard, nothing that sends. */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/form.js";
export type * from "./types/membercard-open.js";
