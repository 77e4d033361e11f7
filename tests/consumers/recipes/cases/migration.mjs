import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";

test("an older card is moved", async () => {
	const { draft, left, missing } = await import(`${unpack("migration")}/migrate.js`);
	assert.deepEqual(draft, { card_type: "NORMAL", card_title: "会员卡", code_type: "QR_CODE" });
	assert.deepEqual(left, ["/logo_url no_counterpart"]);
	assert.equal(missing[0], "/out_request_no");
});
