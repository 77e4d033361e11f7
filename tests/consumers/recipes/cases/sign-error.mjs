import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWith } from "node:crypto";
import { after, before, test } from "node:test";
import { sign } from "wechatpay-membercard";
import { fetchThrough, startGateway } from "../gateway.mjs";
import { parties } from "../party.mjs";
import { unpack } from "../recipe.mjs";

const folder = unpack("sign-error");
const { gateway: known, request, signer, verifier } = parties();
const payload = { title: "会员卡" };
let gateway;
let throughGateway;

before(async () => {
	gateway = await startGateway(known);
	throughGateway = fetchThrough({ main: gateway.url, backup: gateway.url });
});
after(() => gateway.close());

/** A fetch behind something that rewrites requests. */
const rewriting = (change) => (url, init) => throughGateway(...change(url, init));

test("the reasons, with send", async () => {
	const { whyRefused } = await import(`${folder}/why-refused.js`);
	const ask = (fetch, changed) =>
		whyRefused({ ...request, payload, signer, ...changed }, { verifier, fetch });
	assert.equal(await ask(throughGateway), undefined);

	const rerouted = rewriting((url, init) => [
		`${url}`.replace(/pbLat\w+/, "pbLatjvWdj0LpCAcVY8XhJFdkRpZ"),
		init,
	]);
	const [url] = await ask(rerouted);
	assert.match(url, /^url: signed .*RpQ, received .*RpZ$/);
	const respaced = rewriting((url, init) => [
		url,
		{ ...init, body: JSON.stringify(JSON.parse(new TextDecoder().decode(init.body)), null, 2) },
	]);
	assert.match((await ask(respaced))[0], /^body: signed \{"title/);

	const latin1 = rewriting((url, init) => {
		const text = new TextDecoder().decode(init.body).replaceAll(/[^ -~]/g, "?");
		return [url, { ...init, body: text }];
	});
	assert.ok((await ask(latin1)).includes("Was the body sent as UTF-8?"));

	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const reasons = await ask(throughGateway, { signer: (message) => signWith("sha256", message, privateKey) });
	assert.ok(reasons.some((reason) => reason.includes("apiclient_key.pem")));
	await assert.rejects(ask(throughGateway, { payload: { title: 7 } }), { name: "ValidationError" });
});

test("the same from an answer and a message", async () => {
	const { compare } = await import(`${folder}/compare.js`);
	let message;
	const { url, body, ...init } = await sign(payload, {
		...request,
		signer(bytes, prepared) {
			message = prepared.message;
			return signer(bytes);
		},
	});
	const answer = await throughGateway(url, { ...init, body: `${body} ` });
	const { equal, differences, length } = compare(
		{ status: answer.status, body: await answer.text() },
		message,
	);
	assert.deepEqual({ equal, differences }, { equal: false, differences: [] });
	assert.deepEqual(length, {
		theirs: Buffer.byteLength(message) + 1,
		ourBytes: Buffer.byteLength(message),
		ourCharacters: [...message].length,
		equal: false,
		maybeNotUtf8: false,
	});
	assert.equal(compare({ status: 403, body: '{"code":"NO_AUTH"}' }, message), undefined);
});
