/**
 * For a page with a form: validation, the session of a form, and the request to sign. It has no responses, no guard, and
 * nothing that sends.
 *
 * @packageDocumentation
 */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/form.js";
export type * from "./types/membercard-open.js";
