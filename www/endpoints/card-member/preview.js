import { isColour } from "../../preview/colour.js";
import { asList, asText, questionsOf } from "../reading.js";
import { validityOf } from "../validity.js";

/**
 * The data of a card for the preview. The mobile number is always requested. What an update does not contain, such as
 * the code, comes from the card.
 */
export function previewOf(card, labelOf, action) {
	const { user_information: form } = card;
	return {
		face: {
			shape: "member",
			title: asText(card.card_title),
			colour: isColour(card.card_color) ? card.card_color : undefined,
			picture: card.card_picture_url,
			level:
				card.need_display_level === true
					? { label: asText(card.init_level), text: "previewLevel" }
					: undefined,
			benefits: asText(card.benefits),
			isPinned: card.need_pinned === true,
			validity: validityOf(card.valid_date_information),
		},
		entries: ENTRIES.filter(({ field }) => card[field] !== undefined).map(({ field, text, value }) => ({
			text,
			value: value?.(card[field] ?? {}),
			path: asText(card[field]?.jump_path),
		})),
		code: CODES[card.code_type] ?? (action === "update" ? CODE_OF_THE_CARD : CODES.BAR_CODE),
		rows: [["previewPhone", asText(card.service_phone)]],
		opening: {
			questions: [
				{ text: "previewMobile" },
				...asList(form?.common_field_list).map((name) => ({ label: labelOf(name) })),
				...questionsOf(form?.custom_field_list),
			],
			agreement: { text: "previewLegal" },
			terms: asText(card.legal_agreement),
		},
	};
}

/** The links on the card. */
const ENTRIES = [
	{ field: "member_information", text: "previewCentre" },
	{ field: "points_information", text: "previewPoints", value: () => "0" },
	{ field: "balance_information", text: "previewBalance", value: () => "¥ 0.00" },
	{
		field: "purchase_information",
		text: "previewPurchase",
		value: ({ price }) => (Number.isInteger(price) ? `¥ ${(price / 100).toFixed(2)}` : undefined),
	},
	{ field: "code_jump_information", text: "previewShowCode" },
];

const CODES = {
	BAR_CODE: { kind: ["bar"] },
	QR_CODE: { kind: ["qr"] },
	BAR_CODE_AND_QR_CODE: { kind: ["bar", "qr"] },
	NONE_CODE: { kind: [], note: "previewNoCode" },
	JUMP_MINI_PROGRAM: { kind: [], note: "previewCodeElsewhere" },
};
const CODE_OF_THE_CARD = { kind: ["bar"], note: "previewCodeUnchanged" };
