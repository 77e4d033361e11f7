/** The whole package, for the endpoints of card-member. */

export * from "../shared/whole.js";
export type * from "../types/card-member.js";
