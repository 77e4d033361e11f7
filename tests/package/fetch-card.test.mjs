/** Reading cards: with the same signer, verifier and errors as `send`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import * as membercardOpen from "../../pkg/dist/index.mjs";
import { faults, fetchThrough, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";

const { gateway: known, request, requestOfBrand, signer, verifier } = parties();
const { cardId } = request;
const example = (name) => JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8"));
const OPEN_ID = "poLatjvWdj0LpCAcVY8XhJFdkRpQ";
const OPEN_CARD = { ...example("example.json"), card_id: OPEN_ID, status: "APPROVED" };
const MEMBER_CARD = { ...example("card_member/card-response.json"), card_id: cardId };
const READERS = [
	[
		membercardOpen,
		{ ...request, cardId: OPEN_ID },
		OPEN_CARD,
		`/v3/marketing/membercard-open/cards/${OPEN_ID}`,
	],
	[
		cardMember,
		{ ...request, api: "card-member.partner.update", brandId: "1004" },
		MEMBER_CARD,
		`/v3/brand/partner/card-member/cards/${cardId}?brand_id=1004`,
	],
	[
		cardMember,
		{ ...requestOfBrand, api: "card-member.brand.create" },
		MEMBER_CARD,
		`/brand/card-member/cards/${cardId}`,
	],
];
const OF_PARTNER = READERS[1][1];

let gateway;
let options;
before(async () => {
	gateway = await startGateway({ ...known, cards: { [OPEN_ID]: OPEN_CARD, [cardId]: MEMBER_CARD } });
	const fetch = fetchThrough({ main: gateway.url, backup: gateway.url });
	options = { verifier, fetch, locale: "en", delay: async () => {} };
});
after(() => gateway.close());

/** The error that a call rejects with. */
const failure = (call) =>
	call.then(
		() => assert.fail("it fulfilled"),
		(error) => error,
	);

for (const [entry, asked, card, target] of READERS) {
	const name = asked.api ?? "membercard-open.update";

	test(`${name}: one call gives the state that rules need`, async () => {
		const attempts = [];
		const found = await entry.fetchCard(
			{ ...asked, signer },
			{ ...options, onAttempt: (attempt) => attempts.push(attempt) },
		);
		assert.deepEqual(found, card);
		const { method, url, headers, body } = gateway.requests.at(-1);
		assert.deepEqual([method, url, body.length], ["GET", target, 0]);
		assert.deepEqual([headers["content-type"], headers["accept-language"]], [undefined, "zh-CN"]);
		const [{ mayHaveUpdated, status }] = attempts;
		assert.deepEqual([attempts.length, attempts[0].method, status, mayHaveUpdated], [1, "GET", 200, false]);
		assert.equal(
			entry.validate(name.startsWith("card") ? { brand_id: "1004", card_title: "卡" } : { title: "卡" }, {
				api: asked.api?.replace("create", "update").replace("brand.", "partner."),
				current: found,
			}).valid,
			true,
		);
	});

	test(`${name}: a reading that was signed elsewhere is sent, once`, async () => {
		const prepared = entry.prepareGet(asked);
		assert.deepEqual([prepared.method, prepared.body, prepared.issues], ["GET", "", []]);
		const api = asked.api && `${asked.api.replace(/\.\w+$/, "")}.get`;
		const data = JSON.parse(JSON.stringify(prepared));
		const restored = entry.PreparedRequest.from(data, { api: api ?? "membercard-open.get" });
		const signed = restored.complete(signer(Buffer.from(restored.message)));
		assert.equal("body" in signed, false);
		assert.deepEqual(await entry.fetchCard(signed, { ...options, api: asked.api }), card);
		const sent = await failure(entry.send(signed, { ...options, api: asked.api }));
		assert.ok(sent instanceof TypeError, "send sends no readings");
		const command = entry.curlCommand(signed);
		assert.match(command, /^curl --include --request GET 'https:/);
		assert.doesNotMatch(command, /--data/);
	});

	test(`${name}: a guard accepts a reading where it expects one, and nowhere else`, () => {
		const { message } = entry.prepareGet(asked);
		const api = asked.api ?? "membercard-open.update";
		const reads = `${api.replace(/\.\w+$/, "")}.get`;
		const inspected = entry.inspectMessage(message, { api: reads, cardIds: [asked.cardId] });
		assert.deepEqual(
			[inspected.accepted, inspected.method, inspected.cardId, inspected.body, inspected.value],
			[true, "GET", asked.cardId, "", undefined],
		);
		assert.equal(inspected.brandId, target.split("brand_id=")[1]);
		const codes = (options) => entry.inspectMessage(message, options).refusals.map(({ code }) => code);
		assert.deepEqual(codes({ api: reads, cardIds: ["another"] }), ["unexpected_card"]);
		assert.ok(codes({ api, cardIds: "any" }).includes("wrong_method"));
		const others = ["membercard-open.get", "card-member.partner.get", "card-member.brand.get"];
		for (const other of others.filter((other) => other !== reads && reads.startsWith("card-member"))) {
			if (other.startsWith("card-member")) {
				assert.deepEqual(codes({ api: other, cardIds: "any" }), ["wrong_path"], other);
			}
		}
	});
}

test("an endpoint that reads cards can be named where no payload is needed", async () => {
	const api = "card-member.partner.get";
	assert.deepEqual(await cardMember.fetchCard({ ...OF_PARTNER, api, signer }, options), MEMBER_CARD);
	assert.equal(
		cardMember.explainError({ status: 404, body: '{"code":"NOT_FOUND"}' }, { api }).code,
		"NOT_FOUND",
	);
	for (const call of [
		() => cardMember.validate({}, { api }),
		() => new cardMember.CardForm({ api }),
		() => cardMember.prepare({}, { ...OF_PARTNER, api }),
		() => cardMember.jsonSchema({ api }),
		() => cardMember.fields({ api }),
	]) {
		assert.throws(call, { name: "TypeError", message: /options\.api is "card-member\.partner\.get"/ });
	}
});

test("whoever signs is named", async () => {
	const { brandId, ...unnamed } = { ...OF_PARTNER, signer };
	const { message } = await failure(cardMember.fetchCard(unnamed, options));
	assert.equal(message, "options.brandId is missing");
	const ofBrand = { ...request, api: "card-member.brand.get", signer };
	assert.match((await failure(cardMember.fetchCard(ofBrand, options))).message, /brands sign with it, not/);
	for (const [asked, code] of [
		[{ ...OF_PARTNER, brandId: "" }, "missing"],
		[{ ...OF_PARTNER, brandId: "1".repeat(33) }, "too_long"],
		[{ ...OF_PARTNER, cardId: "a/b" }, "card_id_format"],
		[{ ...requestOfBrand, api: "card-member.brand.get", brandId: '1",x="' }, "brand_id_unusual"],
	]) {
		const error = await failure(cardMember.fetchCard({ ...asked, signer }, options));
		assert.ok(error instanceof cardMember.ValidationError, String(error));
		assert.deepEqual(
			error.issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
			[code],
		);
	}
	for (const wrong of [undefined, null, "a", { ...OF_PARTNER }, { ...OF_PARTNER, signer, timestamp: 1 }]) {
		assert.ok((await failure(cardMember.fetchCard(wrong, options))) instanceof TypeError);
	}
});

test("a card that does not exist is reported", async () => {
	const asked = { ...OF_PARTNER, cardId: "pNone", signer };
	const error = await failure(cardMember.fetchCard(asked, options));
	assert.ok(error instanceof cardMember.SendError);
	assert.deepEqual([error.code, error.mayHaveUpdated], ["unverified_error_response", false]);
	assert.deepEqual([error.explanation.code, error.explanation.source], ["NOT_FOUND", "page"]);
	assert.equal(error.cause.mayHaveUpdated, false);
});

test("responses without information are no card", async () => {
	const verified = (text) => ({ status: 200, text });
	for (const [answer, code] of [
		[faults.unsigned, "missing_header"],
		[faults.forged, "signature_rejected"],
		[faults.stale, "stale_timestamp"],
		[verified("{}"), "no_card"],
		[verified("[]"), "no_card"],
		[verified('{"card_id":'), "no_card"],
		[verified('{"card_id":7}'), "no_card"],
		[verified(JSON.stringify({ ...MEMBER_CARD, card_id: "pAnother" })), "other_card"],
		[verified('{"code":"PARAM_ERROR","message":"参数错误"}'), "error_response"],
		[{ status: 204, text: "" }, "unexpected_status"],
		[faults.redirect, "unexpected_status"],
	]) {
		gateway.answers.push(answer);
		const error = await failure(cardMember.fetchCard({ ...OF_PARTNER, signer }, options));
		assert.ok(error instanceof cardMember.SendError, String(error));
		assert.equal(error.mayHaveUpdated, false, code);
		if (answer !== faults.redirect) {
			assert.deepEqual([error.code, error.attempts.length], [code, 1], JSON.stringify(answer));
		}
	}
});

test("a reading is repeated as an update is", async () => {
	const number = gateway.requests.length;
	gateway.answers.push(faults.probe, faults.tooFast, faults.systemError);
	assert.deepEqual(await cardMember.fetchCard({ ...OF_PARTNER, signer }, options), MEMBER_CARD);
	const nonces = gateway.requests
		.slice(number)
		.map(({ headers }) => /nonce_str="(\w+)"/.exec(headers.authorization)[1]);
	assert.equal(new Set(nonces).size, 4);
	gateway.answers.push(faults.unavailable, faults.unavailable);
	const error = await failure(cardMember.fetchCard({ ...OF_PARTNER, signer }, { ...options, attempts: 2 }));
	assert.deepEqual([error.attempts.length, error.retry.kind], [2, "wait"]);
	assert.equal(gateway.answers.length, 0);
});

test("without an answer, nothing has happened", async () => {
	const asked = { ...OF_PARTNER, signer };
	gateway.answers.push(faults.cut, faults.cut);
	const cut = await failure(cardMember.fetchCard(asked, options));
	assert.deepEqual([cut.code, cut.mayHaveUpdated, cut.attempts.length], ["no_response", false, 2]);
	assert.match(cut.message, /no response came/);
	gateway.answers.push(faults.slow, faults.slow);
	const slow = await failure(cardMember.fetchCard(asked, { ...options, timeoutMs: 100 }));
	assert.deepEqual([slow.code, slow.mayHaveUpdated], ["no_response", false]);
	gateway.answers.push(faults.slow);
	const signal = AbortSignal.timeout(100);
	const aborted = await failure(cardMember.fetchCard(asked, { ...options, signal }));
	assert.deepEqual([aborted.code, aborted.mayHaveUpdated], ["aborted", false]);
	const refused = () => {
		throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
	};
	const unreachable = await failure(cardMember.fetchCard(asked, { ...options, fetch: refused }));
	assert.equal(unreachable.code, "unreachable");
});

test("functions that fail end it", async () => {
	const asked = { ...OF_PARTNER, signer };
	const boom = () => {
		throw new Error("boom");
	};
	const code = async (asked, given) =>
		(await failure(cardMember.fetchCard(asked, { ...options, ...given }))).code;
	assert.equal(await code({ ...asked, signer: boom }, {}), "signer_failed");
	assert.equal(await code({ ...asked, signer: () => "no" }, {}), "wrong_padding");
	assert.equal(await code(asked, { verifier: boom }), "verifier_failed");
	assert.equal(await code(asked, { verifier: () => "unknown_key" }), "unknown_key");
	assert.equal(await code(asked, { clock: boom }), "callback_failed");
	assert.equal(await code(asked, { fetch: async () => ({}) }), "callback_failed");
	const read = await cardMember.fetchCard(asked, { ...options, onAttempt: boom });
	assert.deepEqual(read, MEMBER_CARD);
});
