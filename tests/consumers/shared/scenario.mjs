/**
 * The same small job in every host, so that what it must come to is said once: a card that is not valid, a form session,
 * and a request that is signed by a key that the package never sees.
 */

const TOO_LONG = "一二三四五六七八九十一二";
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** What a form page does, also with `wechatpay-membercard/form`. */
export async function useForm({ CardForm, cardUpdate, fields, sign, validateJson }) {
	const form = new CardForm({ locale: "en" });
	form.set("/title", TOO_LONG);
	const { privateKey, publicKey } = await crypto.subtle.generateKey(
		{ ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
		false,
		["sign", "verify"],
	);
	let message;
	const request = await sign(
		{ code_type: "QRCODE", title: "会员卡" },
		{
			cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
			mchid: "1900007291",
			serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
			async signer(bytes) {
				message = bytes;
				return new Uint8Array(await crypto.subtle.sign(RSA, privateKey, bytes));
			},
		},
	);
	const [, base64] = /signature="([^"]+)"/.exec(request.headers.Authorization);
	const signature = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	return {
		refused: validateJson(JSON.stringify({ title: TOO_LONG })).issues[0].message,
		standard: cardUpdate["~standard"].validate({ title: 1 }).issues[0].path.join(),
		remaining: form.field("/title").remaining,
		firstField: fields()[0].label,
		body: request.body,
		path: new URL(request.url).pathname,
		isSigned: await crypto.subtle.verify(RSA, publicKey, signature, message),
	};
}

/** What a back end does beside that. */
export async function useAll(membercard) {
	const { explainError, inspectMessage, prepare } = membercard;
	const options = { cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0", mchid: "1900007291", serialNo: "408B" };
	const { message } = prepare({ code_type: "QRCODE" }, options);
	const answer = { status: 400, body: '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}' };
	return {
		...(await useForm(membercard)),
		accepted: inspectMessage(message, { cardIds: [options.cardId] }).accepted,
		marked: explainError(answer).fields[0].pointer,
	};
}

export const FORM = {
	refused: "会员卡名称最多 10 个字，当前 12 个字",
	standard: "title",
	remaining: -2,
	firstField: "会员卡名称",
	body: '{"title":"会员卡","code_type":"QRCODE"}',
	path: "/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0",
	isSigned: true,
};

export const ALL = { ...FORM, accepted: true, marked: "/balance_information/balance_path" };
