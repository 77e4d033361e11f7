/** `--api NAME`: the endpoint of a command. */

import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { jsonLines, run, write } from "./command-line.mjs";

const PARTNER = "card-member.partner.update";
const BRAND = "card-member.brand.update";
const SIGNED = ["--serial-no", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "--mchid", "1900007291"];
const CARD = ["--card-id", "pbLatjvWOibDc5-TBnbUk1pD12o0"];

write("old.json", { title: "会员卡", service_phone: "0755-12345677" });
write("new.json", { brand_id: "1004", card_title: "会员卡", benefits: "会员折扣" });
write("created.json", {
	out_request_no: "1",
	brand_id: "1004",
	appid: "wxea9c30890f48d5ae",
	card_title: "会",
});
write("brand.json", { card_title: "会员卡" });
write(
	"key.pem",
	generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }),
);

test("a payload is checked against its endpoint", async () => {
	assert.equal((await run(["check", "new.json", "--api", PARTNER])).code, 0);
	assert.equal((await run(["check", "old.json", "--api", "membercard-open.update"])).code, 0);
	assert.equal((await run(["check", "old.json", "--api", PARTNER])).code, 1);
	const { stdout } = await run(["check", "brand.json", "--json", "--api", BRAND]);
	assert.deepEqual(jsonLines(stdout)[0].body, '{"card_title":"会员卡"}');
});

test("only a payload of another endpoint gets a hint to that endpoint", async () => {
	for (const [file, asked, meant] of [
		["new.json", undefined, PARTNER],
		["created.json", undefined, "card-member.partner.create"],
		["brand.json", undefined, PARTNER],
		["old.json", PARTNER, "membercard-open.update"],
		["created.json", PARTNER, "card-member.partner.create"],
		["old.json", undefined, undefined],
		["new.json", PARTNER, undefined],
	]) {
		const { stdout } = await run(["check", file, ...(asked ? ["--api", asked] : [])]);
		const hint = meant && `hint: these are fields of ${meant}: --api ${meant}\n`;
		assert.equal(/^hint: .*\n/m.exec(stdout)?.[0], hint, `${file} ${asked}`);
	}
	const { stdout } = await run(["check", "new.json", "--locale", "zh"]);
	assert.match(
		stdout,
		/^提示: 这些是 card-member\.partner\.update 的字段：--api card-member\.partner\.update$/m,
	);
});

test("an endpoint that there is not is an error that names the nearest", async () => {
	const { code, stderr } = await run(["check", "new.json", "--api", "card-member.parter.update"]);
	assert.equal(code, 2);
	assert.match(
		stderr,
		/--api is membercard-open\.update or membercard-open\.create or .*, not card-member\.parter/,
	);
	assert.match(stderr, /hint: did you mean card-member\.partner\.update\?/);
});

test("every other command is about that endpoint, too", async () => {
	const request = await run(["prepare", "new.json", "--json", "--api", PARTNER, ...CARD, ...SIGNED]);
	const [prepared] = jsonLines(request.stdout);
	assert.match(prepared.message, /^PATCH\n\/v3\/brand\/partner\/card-member\/cards\/pbLatjv/);
	write("request.json", prepared);
	write("message", prepared.message);
	write("signature", Buffer.alloc(256, 1).toString("base64"));
	const completed = await run([
		"complete",
		"request.json",
		"--signature",
		"signature",
		"--json",
		"--api",
		PARTNER,
	]);
	assert.equal(jsonLines(completed.stdout)[0].url, prepared.url);
	assert.equal((await run(["complete", "request.json", "--signature", "signature"])).code, 1);
	assert.equal((await run(["inspect", "message", "--any-card", "--api", PARTNER])).code, 0);
	assert.equal((await run(["inspect", "message", "--any-card"])).code, 1);
	const normalized = await run(["normalize", "new.json", "--api", PARTNER]);
	assert.equal(normalized.stdout, `${prepared.body}\n`);
	write("error.json", '{"code":"PARAM_ERROR","message":"x"}');
	const explained = await run(["explain", "error.json", "--status", "400", "--json", "--api", PARTNER]);
	assert.equal(jsonLines(explained.stdout)[0].code, "PARAM_ERROR");
});

test("a brand signs with its own scheme", async () => {
	const serial = ["--wechatpay-serial", "PUB_KEY_ID_0119000072912024111200389300001234"];
	const args = [
		"sign",
		"brand.json",
		"--json",
		"--key",
		"key.pem",
		"--api",
		BRAND,
		...CARD,
		...SIGNED,
		...serial,
	];
	const { stdout } = await run([...args, "--brand-id", "1004"]);
	const { Authorization } = jsonLines(stdout)[0].headers;
	assert.match(Authorization, /^WECHATPAY-BRAND-SHA256-RSA2048 brand_id="1004",/);
	assert.match((await run(args)).stderr, /missing: --brand-id/);
});

test("a creation names no card", async () => {
	const args = ["prepare", "created.json", "--api", "card-member.partner.create", ...SIGNED];
	const { code, stderr } = await run(args);
	assert.equal(code, 1);
	assert.doesNotMatch(stderr, /card-id/);
	const { stderr: update } = await run(["prepare", "new.json", "--api", PARTNER, ...SIGNED]);
	assert.match(update, /missing: --card-id/);
});
