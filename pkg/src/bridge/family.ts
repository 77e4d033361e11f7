/** The endpoints of this module. They form one family. */

import { FAMILY, OPERATIONS } from "../generated/glue.js";

/** The names of the endpoints. */
export const FAMILY_APIS: readonly string[] = /* @__PURE__ */ Object.keys(OPERATIONS);

/** The family of an endpoint: its name up to the first dot. */
export function familyOf(api: string): string {
	return api.slice(0, api.indexOf("."));
}

/** Whether an endpoint belongs to this module's family. */
export function isOfFamily(api: string): boolean {
	return familyOf(api) === FAMILY;
}
