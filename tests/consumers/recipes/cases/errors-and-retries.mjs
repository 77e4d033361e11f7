import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults, fetchThrough, startGateway } from "../gateway.mjs";
import { parties } from "../party.mjs";
import { unpack } from "../recipe.mjs";

const folder = unpack("errors-and-retries");
const { gateway: known, request, signer, verifier } = parties();
const payload = { title: "会员卡" };
let gateway;
let throughGateway;

before(async () => {
	gateway = await startGateway(known);
	throughGateway = fetchThrough({ main: gateway.url, backup: gateway.url });
});
after(() => gateway.close());

test("the outcome of sending", async (t) => {
	const info = t.mock.method(console, "info", () => {});
	const { updateCard } = await import(`${folder}/update-card.js`);
	const update = (changed = {}, answers = []) => {
		gateway.answers.splice(0, Infinity, ...answers);
		const options = { verifier, fetch: throughGateway, delay: async () => {}, timeoutMs: 500 };
		return updateCard({ ...request, payload, signer, ...changed }, options);
	};

	assert.deepEqual(await update(), { state: "updated" });
	assert.match(info.mock.calls[0].arguments[0], /^attempt 1: 204, 08\w+-0, \d+ ms$/);
	assert.deepEqual(await update({}, [faults.tooFast, faults.systemError]), { state: "updated" });
	const sent = gateway.requests.length;
	assert.equal((await update({ payload: { title: "x".repeat(11) } })).issues[0].code, "too_long");
	const failing = () => {
		throw new Error("the vault is closed");
	};
	assert.match((await update({ signer: failing })).message, /the vault is closed/);
	assert.equal(gateway.requests.length, sent);

	const refusal = { status: 400, code: "INVALID_REQUEST", message: "储值小程序path为空" };
	const refused = await update({}, [refusal]);
	assert.deepEqual(refused.mark, ["/balance_information/balance_path"]);
	assert.deepEqual(
		[refused.state, refused.code, refused.tryLater],
		["refused", "unverified_error_response", false],
	);
	assert.match(refused.message, /^储值小程序path为空（HTTP 400，无签名，未验签）$/);
	assert.match(refused.requestId, /^08/);
	const unknown = await update({}, [faults.slow, faults.slow]);
	assert.deepEqual([unknown.state, unknown.code], ["unknown", "unknown_outcome"]);
	await assert.rejects(update({ mchid: 7 }), TypeError);
});

test("an HTTP client of one's own", async () => {
	const { updateOnce } = await import(`${folder}/own-client.js`);
	const http = async (url, init) => {
		const answer = await throughGateway(url, init);
		return { status: answer.status, headers: answer.headers, body: await answer.text() };
	};
	const update = (...answers) => {
		gateway.answers.splice(0, Infinity, ...answers);
		return updateOnce(http, { ...request, payload, signer, verifier });
	};
	assert.deepEqual(await update(), { updated: true });
	const { updated, code, retry } = await update(faults.unsigned);
	assert.deepEqual([updated, code, retry], ["perhaps", "missing_header", "never"]);
	assert.equal((await update(faults.unavailable)).retry, "wait");
	const refused = await update({ status: 403, code: "NO_AUTH", message: "商户暂无权限使用此功能" });
	assert.deepEqual([refused.updated, refused.retry], [false, "never"]);
	assert.ok(refused.action.length > 5);
});
