/** Sample payloads, and a card to compare them with. */

/** A tea house's card in the language of the page. */
const SAMPLE = {
	"zh-CN": {
		title: "山前茶事会员卡",
		description:
			"持卡每消费 1 元积 1 分，100 分可抵 1 元。\n生日当月饮品第二杯半价，每人限用一次。\n最终解释权归山前茶事所有。",
		service_phone: "0755-12345677",
		date_information: { type: "FIX_TERM", available_day_after_receive: 365 },
		init_level: "白银会员",
		balance_information: {
			need_balance: true,
			balance_appid: "wxea9c30890f48d5ae",
			balance_path: "pages/balance/balance",
		},
		user_information_form: {
			can_modify_after_activate: true,
			common_field_list: ["USER_FORM_FLAG_MOBILE", "USER_FORM_FLAG_BIRTHDAY"],
			custom_field_list: [{ type: "RADIO", name: "喜欢的茶", values: ["龙井", "普洱", "乌龙"] }],
		},
		additional_statement: { title: "会员服务协议", url: "https://tea.example.com/terms" },
		code_type: "BAR_CODE_AND_QRCODE",
	},
	en: {
		title: "Hill Tea",
		description:
			"One point for every yuan; 100 points are worth one yuan.\nThe second cup is half price in the month of your birthday.",
		service_phone: "0755-12345677",
		date_information: { type: "FIX_TERM", available_day_after_receive: 365 },
		init_level: "Basic",
		balance_information: {
			need_balance: true,
			balance_appid: "wxea9c30890f48d5ae",
			balance_path: "pages/balance/balance",
		},
		user_information_form: {
			can_modify_after_activate: true,
			common_field_list: ["USER_FORM_FLAG_MOBILE", "USER_FORM_FLAG_BIRTHDAY"],
			custom_field_list: [{ type: "RADIO", name: "Which tea?", values: ["Longjing", "Pu'er", "Oolong"] }],
		},
		additional_statement: { title: "Membership terms", url: "https://tea.example.com/terms" },
		code_type: "BAR_CODE_AND_QRCODE",
	},
};

/** Common mistakes, one of each kind. */
const MISTAKES = {
	title: "山前茶事・春日限定纪念会员卡🍵",
	logo_url: "https://cdn.example.com/logo.png",
	service_phone: " 0755-12345677",
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2026-01-01 00:00:00",
		available_end_time: "2026-02-30T00:00:00+08:00",
	},
	need_display_level: true,
	balance_information: { need_balance: true, balance_appid: "wxea9c30890f48d5ae", balance_path: "" },
	user_information_form: {
		common_field_list: ["USER_FORM_INFO_FLAG_MOBILE", "USER_FORM_FLAG_SEX", "USER_FORM_FLAG_SEX"],
		custom_field_list: [{ type: "RADIO", name: "喜欢的茶" }],
	},
	additional_statement: { title: "会员服务协议", url: "http://tea.example.com/terms" },
	code_type: "QR_CODE",
	total_quantity: "五百万",
	card_title: "山前茶事",
};

/** Further fields of a creation. */
function creationOf(locale) {
	const { user_information_form, title } = SAMPLE[locale];
	const { can_modify_after_activate, ...form } = user_information_form;
	return {
		appid: "wxea9c30890f48d5ae",
		logo_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
		background_picture_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
		brand: { brand_id: "1004", display_name: title },
		out_request_no: "100002322019090134234sfdf",
		code_mode: "SYSTEM_ALLOCATE",
		need_display_level: true,
		user_information_form: form,
	};
}

/** The initial payload, the samples, and the file of WeChat Pay's own example. */
export function samplesOf(api, locale) {
	const isCreation = api.endsWith(".create");
	const sample = { ...SAMPLE[locale], ...(isCreation ? creationOf(locale) : {}) };
	return {
		opening: { ...sample, title: `${sample.title}🍵` },
		sample,
		mistakes: MISTAKES,
		official: isCreation ? "card_member/membercard-open-post-request.json" : "example.json",
	};
}

/** A card as the query API returns it: the tea house's card before the sample. */
export function currentCard(locale) {
	const { title, service_phone, init_level, balance_information } = SAMPLE[locale];
	return {
		card_id: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
		status: "APPROVED",
		create_time: "2024-03-01T09:30:00.000+08:00",
		update_time: "2025-06-18T18:00:00.000+08:00",
		brand: { brand_id: "1000", display_name: title },
		title,
		description: locale === "en" ? "One point for every yuan." : "持卡每消费 1 元积 1 分。",
		service_phone,
		code_mode: "SYSTEM_ALLOCATE",
		code_type: "BAR_CODE",
		total_quantity: 5000000,
		remain_quantity: 4986120,
		date_information: { type: "PERMANENT" },
		need_display_level: true,
		init_level,
		balance_information,
	};
}
