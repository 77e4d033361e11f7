/**
 * The smallest entry: it validates objects, and reads no JSON text.
 *
 * @packageDocumentation
 */

export { cardUpdate } from "../standard/card-update.js";
export * from "./shared/validate.js";
export type * from "./types/membercard-open.js";
