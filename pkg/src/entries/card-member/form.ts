/**
 * For form pages, for the endpoints of card-member.
 *
 * @packageDocumentation
 */

export * from "../shared/form.js";
export type * from "../types/card-member.js";
