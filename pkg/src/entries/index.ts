/** The whole package. */

export { cardUpdate } from "../standard/card-update-with-json-schema.js";
export * from "./shared/whole.js";
export type * from "./types/membercard-open.js";
