/**
 * For a page that only validates objects: the smallest entry. It reads no JSON text.
 *
 * @packageDocumentation
 */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/validate.js";
export type * from "./types/membercard-open.js";
