/** The page's data for 会员卡2.0: samples, preview, inputs, requests. */

export { previewOf } from "./preview.js";
export { currentCard, samplesOf } from "./samples.js";

/** Fields with a special input. */
export const inputs = { "/out_request_no": "requestNo" };

/** The options of a request, except the host. */
export function requestInputsOf(api) {
	return api.endsWith(".update") ? ["cardId", "mchid", "serialNo"] : ["mchid", "serialNo"];
}

/** The name of a card. */
export const titleOf = (card) => card.title;
