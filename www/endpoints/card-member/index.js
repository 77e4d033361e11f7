/** The page's data for 商家名片会员: samples, preview, inputs, requests. */

export { previewOf } from "./preview.js";
export { currentCard, samplesOf } from "./samples.js";

/** Fields with a special input. */
export const inputs = { "/card_color": "colour", "/out_request_no": "requestNo" };

/** The options of a request, except the host. */
export function requestInputsOf(api) {
	const card = api.endsWith(".update") ? ["cardId"] : [];
	return api.includes(".brand.")
		? [...card, "brandId", "serialNo", "wechatpaySerial"]
		: [...card, "mchid", "serialNo"];
}

/** The name of a card. */
export const titleOf = (card) => card.card_title;
