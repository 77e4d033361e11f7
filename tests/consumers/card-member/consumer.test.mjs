/** What a back end and a form page do with each endpoint of card-member, from the packed package. */

import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith, verify } from "node:crypto";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as membercardOpen from "wechatpay-membercard";
import * as whole from "wechatpay-membercard/card-member";
import * as formPage from "wechatpay-membercard/card-member/form";
import * as validation from "wechatpay-membercard/card-member/validate";

const require = createRequire(import.meta.url);
const CREATION = {
	out_request_no: "100002322019090134234sfdf",
	brand_id: "1004",
	appid: "wxea9c30890f48d5ae",
	card_type: "NORMAL",
	card_title: "测试卡",
	card_color: "#FFFF00",
	card_picture_url: "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0",
	code_mode: "SYSTEM_ALLOCATE",
	code_type: "BAR_CODE",
	benefits: "会员折扣、专属价",
	notify_url: "https://pay.example.com/wechat/card-notify",
	legal_agreement: "会员服务协议",
	valid_date_information: { type: "PERMANENT" },
	member_information: { jump_appid: "wxea9c30890f48d5ae", jump_path: "pages/member" },
};
const { brand_id, ...BRAND_CREATION } = CREATION;
const APIS = {
	"card-member.partner.update": { payload: { brand_id, card_title: "会员卡" }, method: "PATCH" },
	"card-member.brand.update": { payload: { card_title: "会员卡" }, method: "PATCH" },
	"card-member.partner.create": { payload: CREATION, method: "POST" },
	"card-member.brand.create": { payload: BRAND_CREATION, method: "POST" },
};
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

for (const [api, { payload, method }] of Object.entries(APIS)) {
	const options = {
		api,
		locale: "en",
		cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
		mchid: "1900000109",
		serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
		wechatpaySerial: "PUB_KEY_ID_0119000072912024111200389300001234",
	};

	test(`${api} is validated by every entry`, () => {
		for (const { validate } of [whole, formPage, validation]) {
			const found = validate(payload, { api });
			assert.equal(found.valid, true, JSON.stringify(found.issues));
			assert.deepEqual(JSON.parse(found.body), payload);
			assert.equal(validate({ card_title: 1 }, { api, locale: "en" }).valid, false);
		}
		for (const { validateJson } of [whole, formPage]) {
			assert.equal(validateJson('{"card_title":1}', { api, locale: "en" }).valid, false);
		}
	});

	test(`${api} is prepared, signed and guarded`, async () => {
		const request = whole.prepare(payload, options);
		const signature = signWith("sha256", Buffer.from(request.message), privateKey);
		const signed = request.complete(signature);
		assert.ok(verify("sha256", Buffer.from(request.message), publicKey, signature));
		assert.deepEqual([signed.method, signed.body], [method, request.body]);
		const again = await formPage.sign(payload, { ...options, signer: () => signature });
		assert.equal(again.url, signed.url);
		if (method === "PATCH") {
			const guard = (name) => whole.inspectMessage(request.message, { api: name, cardIds: [options.cardId] });
			assert.equal(guard(api).accepted, true);
			const other = Object.keys(APIS).find((name) => name !== api && APIS[name].method === method);
			assert.equal(guard(other).accepted, false);
		}
		const todays = membercardOpen.inspectMessage(request.message, { cardIds: [options.cardId] });
		assert.equal(todays.accepted, false);
	});

	test(`${api} is edited in a form`, () => {
		const form = new formPage.CardForm({ api, initial: payload, locale: "en" });
		assert.equal(form.set("card_title", "一二三四五六七八九十一二").appeared[0].code, "too_long");
		form.set("card_title", "新会员卡");
		assert.equal(form.validate().value.card_title, "新会员卡");
		assert.equal(form.prepare(options).method, method);
		assert.ok(formPage.fields({ api, locale: "en" }).some(({ pointer }) => pointer === "/card_title"));
		form.dispose();
	});

	test(`${api}: its errors are explained, its schema is written`, () => {
		const answer = { status: 400, body: '{"code":"PARAM_ERROR","message":"参数错误"}' };
		assert.equal(whole.explainError(answer, { api, locale: "en" }).code, "PARAM_ERROR");
		assert.ok("card_title" in whole.jsonSchema({ api }).properties);
	});
}

test("an entry says which endpoints it has", () => {
	assert.throws(() => whole.validate({}), { name: "TypeError", message: /options\.api is missing/ });
	assert.throws(() => membercardOpen.validate({}, { api: "card-member.brand.update" }), {
		name: "TypeError",
		message: /import from "wechatpay-membercard\/card-member"/,
	});
});

test("import and require are the same", () => {
	assert.equal(require("wechatpay-membercard/card-member").ValidationError, whole.ValidationError);
	assert.notEqual(membercardOpen.ValidationError, whole.ValidationError);
});
