/** A card to edit. Its code is given by WeChat Pay, so `code_mode` is locked. */
export const CARD = {
	title: "微信支付测试卡",
	description: "须知",
	service_phone: "0755-12345677",
	code_mode: "SYSTEM_ALLOCATE",
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2097-01-10T00:00:00+08:00",
		available_end_time: "2097-01-20T23:59:59+08:00",
	},
	balance_information: { need_balance: true, balance_path: "pages/b", balance_appid: "wx1234567890abcdef" },
};

const { available_end_time: _, ...withoutEnd } = CARD.date_information;

/** The same, but its period has no end, for which a form asks. */
export const WITHOUT_END = { ...CARD, date_information: withoutEnd };

/** What an address asks for: the page of a library, and a card. */
export function readAddress(search) {
	const [library, card] = search.slice(1).split("&");
	return { library, card: card === "without-end" ? WITHOUT_END : CARD };
}
