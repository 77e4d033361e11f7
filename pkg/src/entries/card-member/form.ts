/** The package for a form page, for the endpoints of card-member. */

export * from "../shared/form.js";
export type * from "../types/card-member.js";
