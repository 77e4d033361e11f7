/** `updateCard` reads a card, compares, and changes what differs. A card is created only once. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import * as membercardOpen from "../../pkg/dist/index.mjs";
import { faults, fetchThrough, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";
import { walkDown } from "./faults.mjs";

const { gateway: known, request, requestOfBrand, signer, verifier } = parties();
const { cardId } = request;
const example = (name) => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8"));
const OPEN_ID = "poLatjvWdj0LpCAcVY8XhJFdkRpQ";
const OPEN_CARD = { title: "会员卡", status: "APPROVED", card_id: OPEN_ID, code_mode: "SYSTEM_ALLOCATE" };
const MEMBER_CARD = { ...example("card_member/card-response.json"), card_id: cardId, need_pinned: false };
const OPEN = { ...request, cardId: OPEN_ID, signer };
const PARTNER = { ...request, api: "card-member.partner.update", signer };
const BRAND = { ...requestOfBrand, api: "card-member.brand.update", signer };
const WISHES = [
	[membercardOpen, OPEN, { title: "新会员卡" }, { title: "新会员卡" }],
	[cardMember, PARTNER, { brand_id: "1004", card_title: "新卡" }, { brand_id: "1004", card_title: "新卡" }],
	[cardMember, BRAND, { card_title: "新卡" }, { card_title: "新卡" }],
];

let gateway;
let options;
beforeEach(async () => {
	gateway = await startGateway({ ...known, cards: { [OPEN_ID]: OPEN_CARD, [cardId]: MEMBER_CARD } });
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	options = { verifier, fetch, locale: "en", delay: async () => {} };
});
afterEach(() => gateway.close());

const methods = () => gateway.requests.map(({ method }) => method);
const failure = (call) =>
	call.then(
		() => assert.fail("it fulfilled"),
		(error) => error,
	);

for (const [entry, asked, payload, sent] of WISHES) {
	const name = asked.api ?? "membercard-open.update";

	test(`${name}: only differences are sent, and nothing if there are none`, async () => {
		const before = gateway.cards[asked.cardId];
		const [field] = Object.keys(sent).slice(-1);
		const first = await entry.updateCard({ ...asked, payload }, options);
		assert.equal(first.status, "updated");
		assert.deepEqual(JSON.parse(first.body), sent);
		assert.deepEqual(gateway.updates, [first.body]);
		assert.deepEqual(first.changes, [
			{ pointer: `/${field}`, sent: true, before: first.before[field], after: payload[field] },
		]);
		assert.notEqual(first.before[field], payload[field]);
		assert.equal(first.after?.[field], name.startsWith("card") ? payload[field] : undefined);
		assert.deepEqual(methods(), ["GET", "PATCH"]);
		const again = await entry.updateCard({ ...asked, payload }, options);
		assert.deepEqual([again.status, again.changes, "body" in again], ["unchanged", [], false]);
		assert.deepEqual(again.before, { ...before, ...payload });
		assert.deepEqual(methods(), ["GET", "PATCH", "GET"]);
	});

	test(`${name}: a whole card with one change is one change`, async () => {
		const card = await entry.fetchCard({ brandId: "1004", ...asked }, options);
		const outcome = await entry.updateCard({ ...asked, payload: { ...card, ...payload } }, options);
		assert.deepEqual(JSON.parse(outcome.body), sent);
		assert.equal(
			(await entry.updateCard({ ...asked, payload: card }, options)).status,
			"updated",
			"back again",
		);
		assert.equal((await entry.updateCard({ ...asked, payload: card }, options)).status, "unchanged");
	});

	test(`${name}: an update that took effect without a response counts as updated`, async () => {
		gateway.answers.push({}, faults.lost, faults.lost);
		const outcome = await entry.updateCard({ ...asked, payload }, options);
		assert.equal(outcome.status, "updated");
		assert.deepEqual(methods(), ["GET", "PATCH", "PATCH", "GET"]);
		const [field] = Object.keys(sent).slice(-1);
		assert.equal(outcome.after[field], payload[field]);
	});

	test(`${name}: an update without effect is reported as such`, async () => {
		gateway.answers.push({}, faults.cut, faults.cut);
		const error = await failure(entry.updateCard({ ...asked, payload }, options));
		assert.ok(error instanceof entry.SendError);
		assert.deepEqual([error.code, error.mayHaveUpdated], ["not_updated", false]);
		assert.match(error.message, /read once more, is unchanged/);
		assert.deepEqual(methods(), ["GET", "PATCH", "PATCH", "GET"]);
	});
}

test("updates that the card's state forbids are not sent", async () => {
	const payload = { valid_date_information: { type: "FIX_TERM", available_day_after_receive: 30 } };
	const error = await failure(
		cardMember.updateCard({ ...PARTNER, payload: { brand_id: "1004", ...payload } }, options),
	);
	assert.ok(error instanceof cardMember.ValidationError);
	assert.deepEqual(
		error.issues.map(({ code }) => code),
		["date_type_change"],
	);
	assert.deepEqual(methods(), ["GET"]);
});

test("objects and lists are compared and sent as a whole", async () => {
	const { member_information } = MEMBER_CARD;
	const changed = { ...member_information, jump_path: "pages/new" };
	const reversed = Object.fromEntries(Object.entries(member_information).reverse());
	const update = (member_information) =>
		cardMember.updateCard({ ...BRAND, payload: { member_information } }, options);
	assert.equal((await update(reversed)).status, "unchanged");
	const outcome = await update(changed);
	assert.deepEqual(JSON.parse(outcome.body), { member_information: changed });
	assert.deepEqual(outcome.changes[0].before, member_information);
});

test("a service provider's brand is taken from the payload, or from the card", async () => {
	const first = await cardMember.updateCard(
		{ ...PARTNER, payload: { brand_id: "1004", card_title: "甲" } },
		options,
	);
	assert.equal(gateway.requests[0].url.split("?")[1], "brand_id=1004");
	assert.equal(first.status, "updated");
	const second = await cardMember.updateCard(
		{ ...PARTNER, brandId: "1004", payload: { card_title: "乙" } },
		options,
	);
	assert.deepEqual(JSON.parse(second.body), { brand_id: "1004", card_title: "乙" });
	const unnamed = await failure(
		cardMember.updateCard({ ...PARTNER, payload: { card_title: "丙" } }, options),
	);
	assert.deepEqual([unnamed.name, unnamed.message], ["TypeError", "options.brandId is missing"]);
});

test("changes that an update cannot express are reported and not sent", async () => {
	const outcome = await cardMember.updateCard({ ...BRAND, payload: { service_phone: null } }, options);
	assert.deepEqual([outcome.status, methods()], ["unchanged", ["GET"]]);
	assert.deepEqual(outcome.changes, [
		{ pointer: "/service_phone", sent: false, before: MEMBER_CARD.service_phone, after: undefined },
	]);
	assert.ok(outcome.issues.length > 0);
});

test("a change by somebody else meanwhile leaves it open", async () => {
	gateway.answers.push({}, faults.cut);
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	const meddling = async (url, init) => {
		const answered = fetch(url, init);
		gateway.cards[cardId].card_title = init.method === "PATCH" ? "别人" : gateway.cards[cardId].card_title;
		return answered;
	};
	const asked = { ...BRAND, payload: { card_title: "新卡" } };
	const error = await failure(cardMember.updateCard(asked, { ...options, fetch: meddling, attempts: 1 }));
	assert.deepEqual([error.code, error.mayHaveUpdated], ["unknown_outcome", true]);
});

test("where the card cannot be read again, the outcome stays open", async () => {
	gateway.answers.push({}, faults.cut, faults.cut, faults.html, faults.html);
	const error = await failure(
		cardMember.updateCard({ ...BRAND, payload: { card_title: "新卡" } }, { ...options, attempts: 2 }),
	);
	assert.deepEqual([error.code, error.mayHaveUpdated], ["unknown_outcome", true]);
	gateway.answers.push({}, { ...faults.html });
	const html = await failure(
		cardMember.updateCard({ ...BRAND, payload: { card_title: "新卡" } }, { ...options, attempts: 1 }),
	);
	assert.deepEqual(
		[html.code, html.mayHaveUpdated],
		["unverified_error_response", false],
		"it was read again",
	);
});

test("the card is not read again after a refusal or an abort", async () => {
	const refusal = { status: 400, code: "PARAM_ERROR", message: "参数错误" };
	gateway.answers.push({}, refusal);
	const refused = await failure(
		cardMember.updateCard({ ...BRAND, payload: { card_title: "新卡" } }, options),
	);
	assert.deepEqual([refused.mayHaveUpdated, methods()], [false, ["GET", "PATCH"]]);
	gateway.answers.push({}, faults.slow);
	const aborted = await failure(
		cardMember.updateCard(
			{ ...BRAND, payload: { card_title: "新卡" } },
			{ ...options, signal: AbortSignal.timeout(300) },
		),
	);
	assert.deepEqual([aborted.code, aborted.mayHaveUpdated], ["aborted", true]);
	assert.deepEqual(methods().slice(2), ["GET", "PATCH"]);
});

test("a card that cannot be read is not updated", async () => {
	const asked = { ...OPEN, cardId: "none", payload: { title: "卡" } };
	const missing = await failure(membercardOpen.updateCard(asked, options));
	assert.deepEqual([missing.mayHaveUpdated, missing.explanation.code], [false, "NOT_FOUND"]);
	assert.equal(methods().includes("PATCH"), false);
});

test("impossible requests are TypeErrors before anything is sent", async () => {
	for (const [asked, message] of [
		[undefined, /updateCard takes a request, not undefined/],
		[{ ...BRAND }, /the request's payload is missing/],
		[{ ...BRAND, payload: {}, current: MEMBER_CARD }, /options\.current cannot be given/],
		[{ ...BRAND, payload: {}, nonceStr: "n" }, /options\.nonceStr cannot be given/],
		[{ ...BRAND, payload: {}, signer: undefined }, /options\.signer is missing/],
		[{ ...BRAND, payload: {}, api: "card-member.brand.create" }, /brand\.create creates one: send does that/],
		[{ ...BRAND, payload: {}, serialNo: 1 }, /options\.serialNo must be a string/],
	]) {
		const error = await failure(cardMember.updateCard(asked, options));
		assert.ok(error instanceof TypeError && message.test(error.message), String(error));
	}
	assert.equal(gateway.requests.length, 0);
});

test("an instance of the module that breaks meanwhile is replaced", async () => {
	const breaking =
		(call) =>
		(...given) => {
			walkDown(() => cardMember.validate({ card_title: "卡" }, { api: BRAND.api }));
			return call(...given);
		};
	const asked = { ...BRAND, signer: breaking(signer), payload: { card_title: "新卡" } };
	const onAttempt = breaking(() => {});
	const outcome = await cardMember.updateCard(asked, { ...options, verifier: breaking(verifier), onAttempt });
	assert.equal(outcome.status, "updated");
	assert.deepEqual(gateway.updates, [outcome.body]);
});

test("a payload that changes meanwhile is sent as it was", async () => {
	const payload = { card_title: "新卡" };
	const updating = cardMember.updateCard({ ...BRAND, payload }, options);
	payload.card_title = "别的";
	assert.equal(JSON.parse((await updating).body).card_title, "新卡");
});

for (const [api, asked, file] of [
	["card-member.partner.create", request, "partner-post"],
	["card-member.brand.create", requestOfBrand, "brand-post"],
]) {
	test(`${api}: a card is created, once, and its id is in the answer`, async () => {
		const { out_request_no: _, ...wished } = example(`card_member/derived-${file}-accepted.json`);
		const unnumbered = await failure(cardMember.send({ ...asked, api, payload: wished, signer }, options));
		const errors = unnumbered.issues.filter(({ severity }) => severity === "error");
		assert.deepEqual(
			errors.map(({ pointer }) => pointer),
			["/out_request_no"],
		);
		const payload = { out_request_no: cardMember.newOutRequestNo("1004"), ...wished };
		const creation = { ...asked, api, payload, signer };
		const { card_id, card_title } = await cardMember.send(creation, options);
		assert.equal(card_title, payload.card_title);
		const reading = { ...asked, api, cardId: card_id, brandId: "1004", signer };
		assert.deepEqual(await cardMember.fetchCard(reading, options), gateway.cards[card_id]);
		const again = await failure(cardMember.send(creation, options));
		assert.deepEqual(
			again.explanation.fields.map(({ pointer }) => pointer),
			["/out_request_no"],
		);
		assert.equal(again.mayHaveUpdated, false);
		gateway.answers.push(faults.lost);
		const lost = { ...creation, payload: { ...payload, out_request_no: cardMember.newOutRequestNo("1004") } };
		const repeated = await failure(cardMember.send(lost, options));
		assert.deepEqual(
			[repeated.mayHaveUpdated, repeated.attempts.length],
			[true, 2],
			"the first one created it",
		);
		assert.equal(gateway.updates.length, 2);
		gateway.answers.push({ status: 200, text: "{}" });
		const none = await failure(
			cardMember.send({ ...lost, payload: { ...payload, out_request_no: "3" } }, options),
		);
		assert.deepEqual([none.code, none.mayHaveUpdated], ["no_card", true]);
		const prepared = cardMember.prepare(payload, { ...asked, api });
		for (const other of [
			"card-member.partner.create",
			"card-member.brand.create",
			"card-member.partner.get",
		]) {
			const { accepted } = cardMember.inspectMessage(prepared.message, { api: other, cardIds: [] });
			assert.equal(accepted, other === api, other);
		}
	});
}

test("numbers of creations are never the same", () => {
	const numbers = Array.from({ length: 100 }, () => cardMember.newOutRequestNo("1004"));
	assert.equal(new Set(numbers).size, 100);
	assert.match(numbers[0], /^1004-\d{10}-[0-9A-F]{16}$/);
	assert.match(cardMember.newOutRequestNo("品牌 1|4"), /^14-/);
	assert.throws(() => cardMember.newOutRequestNo(), TypeError);
});
