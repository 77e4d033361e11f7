import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { faults, fetchThrough, startGateway } from "../gateway.mjs";
import { parties } from "../party.mjs";
import { unpack } from "../recipe.mjs";

const folder = unpack("read-and-update");
const { gateway: known, requestOfBrand, signer, verifier } = parties();
const { cardId, ...ofBrand } = requestOfBrand;
const CARD = { card_id: cardId, card_type: "NORMAL", card_title: "会员卡", code_type: "BAR_CODE" };
const creation = new URL("../derived-brand-post-accepted.json", import.meta.url);
let gateway;
let exchange;

before(async () => {
	gateway = await startGateway({ ...known, cards: { [cardId]: CARD } });
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	exchange = { ...ofBrand, signer, verifier, fetch };
});
after(() => gateway.close());

test("a card is read, and only differences are sent", async () => {
	const { cardsOf } = await import(`${folder}/cards.mjs`);
	const cards = cardsOf(exchange);
	assert.deepEqual(await cards.read(cardId), CARD);
	const wished = { ...CARD, card_title: "新会员卡" };
	assert.deepEqual(await cards.change(cardId, wished), { status: "updated", fields: ["/card_title"] });
	assert.deepEqual(await cards.change(cardId, wished), { status: "unchanged", fields: [] });
	const { status, issues } = await cards.change(cardId, { card_type: "POINTS" });
	assert.deepEqual([status, issues[0].pointer], ["invalid", "/card_type"]);
	gateway.answers.push({}, faults.lost, faults.lost);
	assert.equal((await cards.change(cardId, { card_title: "会员" })).status, "updated");
	gateway.answers.push({}, faults.cut, faults.cut);
	assert.equal((await cards.change(cardId, { card_title: "会员卡" })).status, "not updated");
	assert.equal(gateway.updates.length, 3, "the lost one was carried out at both hosts");
});

test("a card is created once", async () => {
	const { createCard } = await import(`${folder}/create.mjs`);
	const saved = [];
	const { out_request_no: _, ...card } = JSON.parse(readFileSync(creation, "utf8"));
	const create = (card) => createCard(card, { ...exchange, save: async (payload) => saved.push(payload) });
	const id = await create(card);
	assert.equal(gateway.cards[id].out_request_no, saved[0].out_request_no);
	await assert.rejects(create(saved[0]), /商家请求单号重复/);
});
