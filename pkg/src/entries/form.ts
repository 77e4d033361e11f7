/** The package for a form page: no answers, no guard, nothing that sends. */

export * from "./shared/form.js";
export type * from "./types/membercard-open.js";
