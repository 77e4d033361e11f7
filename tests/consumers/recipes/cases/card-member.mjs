import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";

const folder = unpack("card-member");
const SIGNATURE = new Uint8Array(256).fill(1);
const sample = new URL("../derived-partner-post-accepted.json", import.meta.url);
const CREATION = JSON.parse(readFileSync(sample, "utf8"));

test("a service provider creates a card and changes it", async () => {
	const { cardsOf, messagesOf } = await import(`${folder}/cards.js`);
	const sent = [];
	const cards = cardsOf({
		mchid: "1900000109",
		serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
		signer: () => SIGNATURE,
		verifier: () => true,
		async fetch(url, { method, body }) {
			sent.push([method, new URL(url).pathname, JSON.parse(new TextDecoder().decode(body))]);
			const headers = {
				"wechatpay-timestamp": `${Math.floor(Date.now() / 1000)}`,
				"wechatpay-nonce": "593BEC0C930BF1AFEB40B4A08C8FB242",
				"wechatpay-serial": "PUB_KEY_ID_0119000072912024111200389300001234",
				"wechatpay-signature": Buffer.from(SIGNATURE).toString("base64"),
			};
			return new Response('{"card_id":"pCard"}', { headers });
		},
	});
	await cards.create(CREATION);
	await cards.update("pCard", { brand_id: "1004", card_title: "会员卡" });
	const path = "/v3/brand/partner/card-member/cards";
	assert.deepEqual(
		sent.map(([method, path]) => [method, path]),
		[
			["POST", path],
			["PATCH", `${path}/pCard`],
		],
	);
	const error = await cards
		.update("pCard", { brand_id: "1004", card_type: "NORMAL" })
		.catch((error) => error);
	assert.match(messagesOf(error).join(), /^\/card_type /);
	assert.equal(sent.length, 2);
});

test("a brand signs for itself", async () => {
	const { request } = await import(`${folder}/brand.js`);
	const { url, headers } = request.complete(SIGNATURE);
	assert.equal(new URL(url).pathname, "/brand/card-member/cards/pbLatjvWdj0LpCAcVY8XhJFdkRpQ");
	assert.match(headers.Authorization, /^WECHATPAY-BRAND-SHA256-RSA2048 brand_id="1004"/);
});

test("a form for one of the endpoints", async () => {
	const { drawn, form, required } = await import(`${folder}/form.js`);
	assert.ok(drawn.some(({ pointer }) => pointer === "/out_request_no"));
	assert.equal(required, true);
	form.dispose();
});
