/**
 * For form pages: validation, form sessions and requests to sign, without responses, the guard and sending.
 *
 * @packageDocumentation
 */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/form.js";
export type * from "./types/membercard-open.js";
