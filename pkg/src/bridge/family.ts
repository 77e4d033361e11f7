/** The endpoints of this module: one family of them. */

import { FAMILY, OPERATIONS } from "../generated/glue.js";

/** Their names. */
export const FAMILY_APIS: readonly string[] = /* @__PURE__ */ Object.keys(OPERATIONS);

/** The family of an endpoint: what its name begins with. */
export function familyOf(api: string): string {
	return api.slice(0, api.indexOf("."));
}

/** Whether an endpoint is one of this module's family. */
export function isOfFamily(api: string): boolean {
	return familyOf(api) === FAMILY;
}
