/** Payloads to begin with. */

/** A card of a tea house, in the language of the page. */
export const SAMPLE = {
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

/** The example of WeChat Pay's own page. */
export const OFFICIAL = {
	appid: "wxea9c30890f48d5ae",
	logo_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
	title: "微信支付测试卡",
	background_picture_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
	description: "使用本会员卡表示你同意xxx公司的协议,最终解释权归xxx公司所有",
	service_phone: "010-8877xxxx",
	total_quantity: 5000000,
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2020-05-20T13:29:35.120+08:00",
		available_end_time: "2030-05-20T13:29:35.120+08:00",
		available_day_after_receive: 1,
		wait_days_after_receive: 1,
	},
	init_level: "白银会员",
	balance_information: {
		need_balance: false,
		balance_appid: "wxea9c30890f48d5ae",
		balance_path: "pages/balance/balance",
		balance_url: "https://xxx.com",
	},
	user_information_form: {
		can_modify_after_activate: false,
		common_field_list: ["USER_FORM_FLAG_MOBILE"],
		custom_field_list: [{ type: "TEXT", name: "喜欢的运动", values: ["篮球"] }],
	},
	additional_statement: {
		title: "xxx会员卡使用须知",
		url: "https://xxx.111.com",
		appid: "wxea9c30890f48d5ae",
		path: "pages/statement/statement",
	},
	code_mode: "SYSTEM_ALLOCATE",
	need_dynamic_code: false,
	code_type: "BAR_CODE",
};

/** What people get wrong: one of each kind. */
export const MISTAKES = {
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

/** A card as the query API returns it: the tea house's, as it was before the sample. */
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
