/**
 * For a page that only validates objects, for the endpoints of card-member: the smallest entry of these.
 *
 * @packageDocumentation
 */

export * from "../shared/validate.js";
export type * from "../types/card-member.js";
