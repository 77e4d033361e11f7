/** What the page needs to know of 商家名片会员 beside the package: its samples, its preview, its inputs, its requests. */

export { previewOf } from "./preview.js";
export { currentCard, samplesOf } from "./samples.js";

/** Fields with an input of their own. */
export const inputs = { "/card_color": "colour", "/out_request_no": "requestNo" };

/** The options of a request, beside its host. */
export function requestInputsOf(api) {
	const card = api.endsWith(".update") ? ["cardId"] : [];
	return api.includes(".brand.")
		? [...card, "brandId", "serialNo", "wechatpaySerial"]
		: [...card, "mchid", "serialNo"];
}

/** What the card is called, in its own words. */
export const titleOf = (card) => card.card_title;
