import { createRequire } from "node:module";
import type * as cardMember from "../../entries/card-member/index.js";
import { APIS, GETS } from "../../generated/payloads.js";
import * as membercardOpen from "./library.js";

export type { Migration } from "../../migrate/migrate.js";

/** The name of an endpoint. */
export type Api = keyof typeof APIS;

/** The package. Each family of endpoints has its own entry, with the same exports. */
export type Library = typeof membercardOpen;

/** The default endpoint. */
export const DEFAULT_API: Api = "membercard-open.update";
/** The names of all endpoints. */
export const API_NAMES = Object.keys(APIS) as Api[];

const CARD_MEMBER = "card-member.";
const require = createRequire(import.meta.url);

/** The package for an endpoint, loaded when needed. */
export function libraryOf(api: Api): Library {
	return api.startsWith(CARD_MEMBER) ? require("./card-member/index.cjs") : membercardOpen;
}

/** The package for the endpoints that older cards can be migrated to. */
export function migrationLibrary(): typeof cardMember {
	return require("./card-member/index.cjs");
}

/** Whether requests to an endpoint name a card. */
export function namesCard(api: Api): boolean {
	return APIS[api].hasCardId;
}

/** Whether reading a card of an endpoint needs the brand in the query. */
export function queryNamesBrand(api: Api): boolean {
	return Object.values(GETS).some(
		({ of, hasBrandId }) => hasBrandId && (of as readonly string[]).includes(api),
	);
}

/** Whether a brand signs requests to an endpoint, not a merchant. */
export function isSignedByBrand(api: Api): boolean {
	return APIS[api].identity === "brandId";
}
