/** The whole package. */

export { cardUpdate } from "../standard/described-card-update.js";
export * from "./shared/whole.js";
export type * from "./types/membercard-open.js";
