const membercard = require("wechatpay-membercard");

/** What a page of a Mini Program does. The signature comes from a server, and so does the nonce. */
module.exports = async function useForm(askServer, path) {
	await Promise.all([membercard.init(path), membercard.init(path)]);
	const { CardForm, sign, validate } = membercard;
	const form = new CardForm({ locale: "en" });
	form.set("/title", "一二三四五六七八九十一二");
	form.set("/service_phone", "𠮷👩‍👩‍👧");
	const options = { cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0", mchid: "1900007291", serialNo: "408B" };
	const request = { ...options, timestamp: 1554208460, nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242" };
	let withoutNonce;
	try {
		membercard.prepare({}, options);
	} catch (error) {
		withoutNonce = error.message;
	}
	const { body, headers } = await sign(
		{ code_type: "QRCODE", title: "会员卡" },
		{ ...request, signer: (_, { message }) => askServer(message) },
	);
	return {
		refused: validate({ title: "一二三四五六七八九十一二" }).issues[0].message,
		remaining: form.field("/title").remaining,
		value: form.value().service_phone,
		body,
		authorization: headers.Authorization,
		withoutNonce,
		names: Object.keys(membercard).sort(),
	};
};
