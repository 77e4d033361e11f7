import { asList, asText, questionsOf } from "../reading.js";
import { validityOf } from "../validity.js";

/** The data of a card for the preview. */
export function previewOf(card, labelOf) {
	const { balance_information, user_information_form: form, additional_statement: statement } = card;
	return {
		face: {
			shape: "open",
			title: asText(card.title),
			logo: card.logo_url,
			picture: card.background_picture_url,
			level: card.need_display_level === false ? undefined : phrase(card.init_level),
			validity: validityOf(card.date_information),
		},
		code: codeOf(card),
		rows: [
			["previewBalance", balance_information?.need_balance === true ? "¥ 0.00" : undefined],
			["previewDescription", asText(card.description)],
			["previewPhone", asText(card.service_phone)],
			["previewStatement", asText(statement?.title)],
		],
		opening: {
			questions: [
				...asList(form?.common_field_list).map((name) => ({ label: labelOf(name) })),
				...questionsOf(form?.custom_field_list),
			],
			isModifiable: form?.can_modify_after_activate === true,
			agreement: phrase(statement?.title),
		},
	};
}

function phrase(text) {
	const label = asText(text);
	return label === undefined ? undefined : { label };
}

function codeOf({ code_type, need_dynamic_code }) {
	const kind = CODES[code_type] ?? CODES.BAR_CODE;
	return kind.length === 0
		? { kind, note: "previewNoCode" }
		: { kind, isDynamic: need_dynamic_code === true };
}

const CODES = {
	BAR_CODE: ["bar"],
	QRCODE: ["qr"],
	BAR_CODE_AND_QRCODE: ["bar", "qr"],
	NONE_CODE: [],
};
