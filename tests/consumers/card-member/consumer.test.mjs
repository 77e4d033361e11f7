/** What a back end and a form page do with each endpoint of card-member, from the packed package. */

import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import * as membercardOpen from "wechatpay-membercard";
import * as whole from "wechatpay-membercard/card-member";
import * as formPage from "wechatpay-membercard/card-member/form";
import * as validation from "wechatpay-membercard/card-member/validate";
import { fetchThrough, startGateway } from "./gateway.mjs";
import { parties } from "./party.mjs";

const require = createRequire(import.meta.url);
const sample = new URL("derived-partner-post-accepted.json", import.meta.url);
const CREATION = JSON.parse(readFileSync(sample, "utf8"));
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
		brandId: "1004",
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
		const guard = (name) => whole.inspectMessage(request.message, { api: name, cardIds: [options.cardId] });
		for (const other of [...Object.keys(APIS), "card-member.partner.get", "card-member.brand.get"]) {
			assert.equal(guard(other).accepted, other === api, other);
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

test("cards are created, read and changed through a gateway", async () => {
	const { gateway: known, request, requestOfBrand, signer, verifier } = parties();
	const gateway = await startGateway(known);
	try {
		const options = { verifier, fetch: fetchThrough({ main: gateway.url, backup: gateway.url }) };
		for (const [caller, who, payload] of [
			["card-member.partner", { ...request, brandId: brand_id }, CREATION],
			[
				"card-member.brand",
				requestOfBrand,
				{ ...BRAND_CREATION, out_request_no: whole.newOutRequestNo(brand_id) },
			],
		]) {
			const create = { ...who, api: `${caller}.create`, payload, signer };
			const { card_id: cardId } = await whole.send(create, options);
			const card = { ...who, api: `${caller}.update`, cardId, signer };
			const current = await whole.fetchCard(card, options);
			assert.equal(current.card_title, payload.card_title);
			const change = (card_title) =>
				whole.updateCard({ ...card, payload: { ...current, card_title } }, options);
			assert.equal((await change("新会员卡")).after.card_title, "新会员卡");
			assert.equal((await change("新会员卡")).status, "unchanged");
		}
		const methods = gateway.requests.map(({ method }) => method);
		assert.deepEqual(methods, ["POST", "GET", "GET", "PATCH", "GET", "POST", "GET", "GET", "PATCH", "GET"]);
	} finally {
		await gateway.close();
	}
});

test("an entry lists its endpoints", () => {
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

test("a form of a page is bound to a session of one endpoint", () => {
	const page = '<form><input name="card_title"><input name="/purchase_information/price"></form>';
	const { window } = new JSDOM(page, { url: "http://localhost/" });
	Object.assign(globalThis, { window, document: window.document, AbortController: window.AbortController });
	const form = window.document.querySelector("form");
	const session = new formPage.CardForm({ api: "card-member.partner.create", locale: "en" });
	const binding = formPage.bindForm(form, session, { show: "always" });
	const [title, price] = form.elements;
	for (const [control, text] of [
		[title, "一二三四五六七八九十一二三四五六七"],
		[price, "100"],
	]) {
		control.value = text;
		control.dispatchEvent(new window.Event("input", { bubbles: true }));
	}
	assert.deepEqual(session.value().purchase_information, { price: 100 });
	assert.match(title.validationMessage, /Card title|characters/);
	binding.unbind();
	session.dispose();
});
