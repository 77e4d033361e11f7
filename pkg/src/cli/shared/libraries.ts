import { createRequire } from "node:module";
import type * as cardMember from "../../entries/card-member/index.js";
import { APIS, GETS } from "../../generated/payloads.js";
import * as membercardOpen from "./library.js";

export type { Migration } from "../../migrate/migrate.js";

/** The name of an endpoint. */
export type Api = keyof typeof APIS;

/** The package: each family of endpoints has an entry of its own, and all of them have the same exports. */
export type Library = typeof membercardOpen;

/** The endpoint that is meant where none is named. */
export const DEFAULT_API: Api = "membercard-open.update";
/** The names of all endpoints. */
export const API_NAMES = Object.keys(APIS) as Api[];

const CARD_MEMBER = "card-member.";
const require = createRequire(import.meta.url);

/** The package for an endpoint. What is not needed is not loaded. */
export function libraryOf(api: Api): Library {
	return api.startsWith(CARD_MEMBER) ? require("./card-member/index.cjs") : membercardOpen;
}

/** The package for the endpoints that older cards can be moved to. */
export function migrationLibrary(): typeof cardMember {
	return require("./card-member/index.cjs");
}

/** Whether requests to an endpoint name a card. */
export function namesCard(api: Api): boolean {
	return APIS[api].hasCardId;
}

/** Whether the query names the brand, where a card of an endpoint is read. */
export function queryNamesBrand(api: Api): boolean {
	return Object.values(GETS).some(
		({ of, hasBrandId }) => hasBrandId && (of as readonly string[]).includes(api),
	);
}

/** Whether a brand signs requests to an endpoint, and not a merchant. */
export function isSignedByBrand(api: Api): boolean {
	return APIS[api].identity === "brandId";
}
