/** `migrate`: older cards as bodies of card-member. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { jsonLines, run, write } from "./command-line.mjs";

const TO = ["--to", "card-member.partner.create"];
const example = readFileSync(
	new URL("../data/card_member/membercard-open-get-response.json", import.meta.url),
	"utf8",
);
write("card.json", example);
write("title.json", { title: "会员卡" });

test("the new body goes to standard output, and the rest to standard error", async () => {
	const { code, stdout, stderr } = await run(["migrate", "card.json", ...TO]);
	assert.equal(code, 1);
	const body = JSON.parse(stdout);
	assert.deepEqual([body.brand_id, body.card_type, body.card_title], ["1004", "NORMAL", "微信支付测试卡"]);
	for (const line of [
		"the older card is of membercard-open",
		"  /title → /card_title",
		"  /brand/brand_id → /brand_id (inferred)",
		"filled in:\n  /card_type",
		"  /logo_url: The new body has no such field",
		"fill in:\n  /out_request_no\n  /card_color\n",
		"  warning /service_phone: ",
	]) {
		assert.ok(stderr.includes(line), `${line} is not in ${stderr}`);
	}
	write("new.json", stdout);
	const checked = await run(["check", "new.json", "--api", TO[1], "--json"]);
	const missing = jsonLines(checked.stdout)[0].issues.filter(({ code }) => code === "missing");
	assert.equal(missing.length, 6);
});

test("as JSON it is all in one line", async () => {
	const { code, stdout, stderr } = await run(["migrate", "--json", "--to", "card-member.brand.update", "-"], {
		input: '{"title":"会员卡"}',
	});
	assert.deepEqual([code, stderr], [0, ""]);
	const [{ body, valid, moved, ...rest }] = jsonLines(stdout);
	assert.deepEqual([body, valid], ['{"card_title":"会员卡"}', true]);
	assert.deepEqual(moved, [{ from: "/title", to: "/card_title", isConverted: false, basis: "stated" }]);
	assert.deepEqual(rest, { from: "membercard-open", given: [], left: [], missing: [], issues: [] });
});

test("in Chinese", async () => {
	const { stderr } = await run(["migrate", "title.json", ...TO, "--locale", "zh"]);
	assert.match(stderr, /^旧会员卡属于 membercard-open\n已写入:\n {2}\/title → \/card_title\n已填写:\n/);
});

test("cards that cannot be migrated are refused with a reason", async () => {
	for (const [args, input, reason] of [
		[TO, '{"hello":1}', "error: this is not a card that can be migrated: "],
		[TO, "{", "error: the older card cannot be read: "],
		[[], "{}", "error: missing: --to\n"],
		[["--to", "membercard-open.update"], "{}", "error: --to is "],
	]) {
		const { code, stdout, stderr } = await run(["migrate", ...args, "-"], { input });
		assert.deepEqual([code, stdout], [2, ""]);
		assert.ok(stderr.startsWith(reason), stderr);
	}
});
