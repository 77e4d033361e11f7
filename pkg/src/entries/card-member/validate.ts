/** The package for a page that only validates, for the endpoints of card-member. */

export * from "../shared/validate.js";
export type * from "../types/card-member.js";
