/** Sample payloads for each endpoint, and a card to compare them with. */

const WORDS = {
	"zh-CN": {
		title: "山前茶事会员",
		benefits: "每月会员日八折、生日饮品半价",
		level: "白银会员",
		question: { type: "RADIO", name: "喜欢的茶", values: ["龙井", "普洱", "乌龙"] },
		agreement: "持卡每消费 1 元积 1 分，100 分可抵 1 元。\n积分自获得之日起一年内有效。",
	},
	en: {
		title: "Hill Tea",
		benefits: "20 % off on members' days",
		level: "Silver",
		question: { type: "RADIO", name: "Which tea?", values: ["Longjing", "Pu'er", "Oolong"] },
		agreement: "One point for every yuan; 100 points are worth one yuan.\nPoints are valid for a year.",
	},
};

const MINI_PROGRAM = "wxea9c30890f48d5ae";
const jumpTo = (page) => ({ jump_appid: MINI_PROGRAM, jump_path: `/pages/${page}/${page}` });

/** A tea house's card in the language of the page: fields of an update. */
function updateOf(locale) {
	const { title, benefits, question } = WORDS[locale];
	return {
		card_title: title,
		card_color: "#2F6B4F",
		card_picture_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
		benefits,
		notify_url: "https://tea.example.com/wechat/card-notify",
		need_pinned: true,
		service_phone: "0755-12345677",
		valid_date_information: { type: "PERMANENT" },
		member_information: jumpTo("member"),
		points_information: jumpTo("points"),
		user_information: {
			common_field_list: ["USER_FORM_FLAG_NAME", "USER_FORM_FLAG_BIRTHDAY"],
			custom_field_list: [question],
		},
	};
}

/** Further fields of a creation. */
function creationOf(locale) {
	const { level, agreement } = WORDS[locale];
	return {
		appid: "wxea9c30890f48d5ae",
		out_request_no: "1004-20261129-0001",
		card_type: "NORMAL",
		code_mode: "SYSTEM_ALLOCATE",
		code_type: "BAR_CODE_AND_QR_CODE",
		need_display_level: true,
		init_level: level,
		legal_agreement: agreement,
	};
}

/** Common mistakes, one of each kind. */
const MISTAKES = {
	title: "山前茶事",
	card_title: "山前茶事・春日限定纪念会员卡🍵",
	card_color: "#FF0",
	card_picture_url: "https://cdn.example.com/card.png",
	benefits: "会员折扣 ",
	notify_url: "http://localhost:8080/notify?from=card",
	valid_date_information: { type: "PERMANENT", available_day_after_receive: 30 },
	member_information: { jump_appid: MINI_PROGRAM },
	points_information: { jump_appid: MINI_PROGRAM, jump_path: "" },
	balance_information: jumpTo("balance"),
	purchase_information: { price: 0, ...jumpTo("purchase") },
	user_information: {
		common_field_list: ["USER_FORM_FLAG_MOBILE", "USER_FORM_FLAG_SEX", "USER_FORM_FLAG_SEX"],
		custom_field_list: [{ type: "TEXT", name: "喜欢的茶", values: ["龙井", "特级明前西湖龙井茶"] }],
	},
};
const MISTAKES_OF = {
	update: { ...MISTAKES, card_type: "NORMAL" },
	create: {
		...MISTAKES,
		out_request_no: "2026/11/29 001",
		card_type: "BALANCE",
		code_mode: "MERCHANT_DEPOSIT",
		code_type: "QRCODE",
		need_display_level: true,
	},
};

/** The initial payload, the samples, and the file of WeChat Pay's own example. */
export function samplesOf(api, locale) {
	const [, caller, action] = api.split(".");
	const isPartner = caller === "partner";
	const brand = isPartner ? { brand_id: "1004" } : {};
	const sample = { ...brand, ...updateOf(locale), ...(action === "create" ? creationOf(locale) : {}) };
	return {
		opening: { ...sample, card_title: `${sample.card_title}🍵` },
		sample,
		mistakes: { ...(isPartner ? { brand_id: 1004 } : { brand_id: "1004" }), ...MISTAKES_OF[action] },
		official: `card_member/${caller}-${action === "create" ? "post" : "patch"}-request.json`,
	};
}

/** A card as the query API returns it: the tea house's card before the sample. */
export function currentCard(locale) {
	return {
		...creationOf(locale),
		...updateOf(locale),
		card_id: "pbLatjvWOibDc5-TBnbUk1pD12o0",
		brand_id: "1004",
		card_color: "#8A5A2B",
		benefits: locale === "en" ? "Prices for members" : "会员专属价",
		need_pinned: false,
		state: "CARD_EFFECTIVE",
		create_time: "2025-08-01T09:30:00.000+08:00",
		modify_time: "2026-06-18T18:00:00.000+08:00",
	};
}
