/** `fetch` and `update`, with a gateway on loopback. */

import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { afterEach, beforeEach, test } from "node:test";
import { faults, startGateway } from "../gateway/gateway.mjs";
import { parties } from "../gateway/party.mjs";
import { jsonLines, run, write } from "./command-line.mjs";

const { gateway: known, request, requestOfBrand, privateKeyPem, platformKeys } = parties();
const { cardId, mchid, serialNo } = request;
const [der] = Object.values(platformKeys);
const platform = createPublicKey({ key: der, format: "der", type: "spki" });
write("key.pem", privateKeyPem);
write("platform.pem", platform.export({ type: "spki", format: "pem" }));
const KEYS = ["--key", "key.pem", "--public-key", "platform.pem"];
const OPEN = ["--card-id", cardId, "--mchid", mchid, "--serial-no", serialNo, ...KEYS];
const PARTNER = [...OPEN, "--api", "card-member.partner.update"];
const BRAND = [
	...["--api", "card-member.brand.update", "--card-id", cardId, "--brand-id", requestOfBrand.brandId],
	...["--serial-no", requestOfBrand.serialNo, "--wechatpay-serial", requestOfBrand.wechatpaySerial, ...KEYS],
];
const CARD = { card_id: cardId, brand_id: "1004", title: "会员卡", card_title: "会员卡" };

let gateway;
beforeEach(async () => {
	gateway = await startGateway({ ...known, cards: { [cardId]: CARD } });
});
afterEach(() => gateway.close());

/** Runs the program with a fetch that leads to the gateway. */
function send(args, options = {}) {
	const NODE_OPTIONS = `--import ${new URL("gateway.mjs", import.meta.url)}`;
	return run(args, { ...options, env: { NODE_OPTIONS, GATEWAY: gateway.url } });
}

for (const [name, args] of [
	["membercard-open", OPEN],
	["partner", [...PARTNER, "--brand-id", "1004"]],
	["brand", BRAND],
]) {
	test(`${name}: a card is read, changed in a file, and updated`, async () => {
		const read = await send(["fetch", ...args]);
		assert.deepEqual([read.code, read.stderr, JSON.parse(read.stdout)], [0, "", CARD]);
		const key = name === "membercard-open" ? "title" : "card_title";
		write("card.json", { ...JSON.parse(read.stdout), [key]: "新会员卡" });
		const updated = await send(["update", "card.json", ...args]);
		assert.equal(updated.stdout, `WeChat Pay updated the card: /${key}\n`);
		assert.equal(updated.code, 0);
		const again = await send(["update", "card.json", "--json", ...args]);
		const [{ done, status, changes }] = jsonLines(again.stdout);
		assert.deepEqual([again.code, done, status, changes], [0, true, "unchanged", []]);
		assert.equal(gateway.updates.length, 1);
	});
}

test("failures are reported", async () => {
	write("wrong.json", { title: "一二三四五六七八九十一二" });
	const invalid = await send(["update", "wrong.json", ...OPEN]);
	assert.equal(invalid.code, 1);
	assert.match(invalid.stderr, /wrong\.json:1:\d+: error: Card name can have at most 10 characters/);
	write("twice.json", '{"title":"一","title":"二"}');
	const twice = await send(["update", "twice.json", ...OPEN]);
	assert.deepEqual([twice.code, gateway.updates.length], [1, 0]);
	assert.match(twice.stderr, /\[duplicate_key\]/);
	const none = await send(["fetch", "--json", ...OPEN, "--card-id", "none"]);
	const [printed] = jsonLines(none.stdout);
	assert.deepEqual([none.code, printed.done, printed.explanation.code], [1, false, "NOT_FOUND"]);
	gateway.answers.push(faults.forged);
	const forged = await send(["fetch", ...OPEN]);
	assert.equal(forged.code, 1);
	assert.match(forged.stdout, /\[signature_rejected\]/);
	gateway.answers.push(faults.cut, faults.cut);
	const cut = await send(["fetch", "--json", ...OPEN]);
	assert.deepEqual([cut.code, jsonLines(cut.stdout)[0].code], [2, "no_response"]);
});

test("missing or wrong options are reported", async () => {
	for (const [args, message] of [
		[["fetch", ...PARTNER], /missing: --brand-id/],
		[["fetch", ...OPEN.slice(2)], /missing: --card-id/],
		[["fetch", ...OPEN.filter((word) => !KEYS.includes(word))], /missing: --key or --sign-command/],
		[["fetch", ...OPEN.slice(0, -2)], /missing: --public-key/],
		[["update", "-", ...PARTNER, "--api", "card-member.partner.create"], /creates cards, and changes none/],
		[["fetch", ...OPEN, "--sign-command", "false"], /only one of|together|--key/],
	]) {
		const { code, stderr } = await run(args, { input: "{}" });
		assert.equal(code, 2, stderr);
		assert.match(stderr, message);
	}
	const failed = await send([
		"fetch",
		...OPEN.slice(0, -4),
		"--sign-command",
		"exit 3",
		"--public-key",
		"platform.pem",
	]);
	assert.deepEqual([failed.code, gateway.requests.length], [2, 0]);
	assert.match(failed.stderr, /the signing command failed: exit code 3/);
});
