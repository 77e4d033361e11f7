/**
 * The smallest entry, for the endpoints of card-member.
 *
 * @packageDocumentation
 */

export * from "../shared/validate.js";
export type * from "../types/card-member.js";
