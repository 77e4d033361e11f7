/** The package for form pages, for the endpoints of card-member. */

export * from "../shared/form.js";
export type * from "../types/card-member.js";
