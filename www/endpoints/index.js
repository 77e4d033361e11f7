/**
 * The endpoints that the page serves. A family of them has a module of the package, and a folder here with what only a page
 * needs of it: samples, what the preview shows, what a request takes. Both are loaded when the family is chosen.
 */

const FAMILIES = {
	"membercard-open": () =>
		Promise.all([import("/package/browser.mjs"), import("./membercard-open/index.js")]),
};

/**
 * `caller` and `action` are what a person chooses by; `document` is WeChat Pay's own page. The first one is where the page
 * begins.
 */
export const ENDPOINTS = [
	{
		api: "membercard-open.update",
		family: "membercard-open",
		caller: "open",
		action: "update",
		request: "PATCH /v3/marketing/membercard-open/cards/{card_id}",
		document: "https://pay.weixin.qq.com/doc/v3/merchant/4012549567",
	},
];

/** The endpoint of a name; the first one, if there is none. */
export function endpointOf(api) {
	return ENDPOINTS.find((endpoint) => endpoint.api === api) ?? ENDPOINTS[0];
}

/** Loads what an endpoint needs: itself, with the `entry` of the package and what the page has of its own for its family. */
export async function load(endpoint) {
	const [entry, page] = await FAMILIES[endpoint.family]();
	await entry.init();
	return { ...endpoint, entry, page };
}
