/** The package for form pages: without responses, the guard and sending. */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/form.js";
export type * from "./types/membercard-open.js";
