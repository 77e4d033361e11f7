/** What the page needs to know of 会员卡2.0 beside the package: its samples, its preview, and what a request takes. */

export { previewOf } from "./preview.js";
export { currentCard, samplesOf } from "./samples.js";

/** Fields with an input of their own. */
export const inputs = { "/out_request_no": "requestNo" };

/** The options of a request, beside its host. */
export function requestInputsOf(api) {
	return api.endsWith(".update") ? ["cardId", "mchid", "serialNo"] : ["mchid", "serialNo"];
}

/** What the card is called, in its own words. */
export const titleOf = (card) => card.title;
