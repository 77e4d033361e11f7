/**
 * The endpoints of the page. Each family has a module of the package, and a folder here with samples, preview and
 * request inputs. Both are loaded when the family is chosen.
 */

const FAMILIES = {
	"membercard-open": () =>
		Promise.all([import("../package/browser.mjs"), import("./membercard-open/index.js")]),
	"card-member": () =>
		Promise.all([import("../package/card-member/browser.mjs"), import("./card-member/index.js")]),
};

/** The products: names of the texts for the product, the caller and the hint. */
export const CALLERS = [
	{ caller: "open", product: "productOpen", who: "whoOpen", hint: "hintOpen" },
	{ caller: "partner", product: "productMember", who: "whoPartner", hint: "hintPartner" },
	{ caller: "brand", product: "productMember", who: "whoBrand", hint: "hintBrand" },
];

/** The actions. */
export const ACTIONS = [
	{ action: "update", text: "actionUpdate" },
	{ action: "create", text: "actionCreate" },
];

/** `document` is WeChat Pay's own page. The first endpoint is the default. */
export const ENDPOINTS = [
	{
		api: "membercard-open.update",
		family: "membercard-open",
		caller: "open",
		action: "update",
		request: "PATCH /v3/marketing/membercard-open/cards/{card_id}",
		document: "https://pay.weixin.qq.com/doc/v3/merchant/4012549567",
	},
	{
		api: "membercard-open.create",
		family: "membercard-open",
		caller: "open",
		action: "create",
		request: "POST /v3/marketing/membercard-open/cards",
		document: "https://pay.weixin.qq.com/doc/v3/merchant/4012545584",
	},
	{
		api: "card-member.partner.update",
		family: "card-member",
		caller: "partner",
		action: "update",
		request: "PATCH /v3/brand/partner/card-member/cards/{card_id}",
		document: "https://pay.weixin.qq.com/doc/v3/partner/4015336977",
	},
	{
		api: "card-member.partner.create",
		family: "card-member",
		caller: "partner",
		action: "create",
		request: "POST /v3/brand/partner/card-member/cards",
		document: "https://pay.weixin.qq.com/doc/v3/partner/4015336970",
	},
	{
		api: "card-member.brand.update",
		family: "card-member",
		caller: "brand",
		action: "update",
		request: "PATCH /brand/card-member/cards/{card_id}",
		document: "https://pay.weixin.qq.com/doc/brand/4015582722",
	},
	{
		api: "card-member.brand.create",
		family: "card-member",
		caller: "brand",
		action: "create",
		request: "POST /brand/card-member/cards",
		document: "https://pay.weixin.qq.com/doc/brand/4015582711",
	},
];

/** Finds an endpoint by name. Default: the first one. */
export function endpointOf(api) {
	return ENDPOINTS.find((endpoint) => endpoint.api === api) ?? ENDPOINTS[0];
}

/** Finds the endpoint of a caller and an action, if there is one. */
export function endpointFor(caller, action) {
	return ENDPOINTS.find((endpoint) => endpoint.caller === caller && endpoint.action === action);
}

/** Loads an endpoint with the `entry` of the package and the page's data for its family. */
export async function load(endpoint) {
	const [entry, page] = await FAMILIES[endpoint.family]();
	await entry.init();
	return { ...endpoint, entry, page };
}
