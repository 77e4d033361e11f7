/** The whole package. */

export * from "./shared/whole.js";
export type * from "./types/membercard-open.js";
