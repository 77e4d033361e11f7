/** What the page needs to know of 会员卡2.0 beside the package: its samples, its preview, and what a request takes. */

export { previewOf } from "./preview.js";
export { currentCard, samplesOf } from "./samples.js";

/** The options of a request, beside its host. */
export const requestInputsOf = () => ["cardId", "mchid", "serialNo"];

/** What the card is called, in its own words. */
export const titleOf = (card) => card.title;
