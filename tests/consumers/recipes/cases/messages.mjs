import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";

const folder = unpack("messages");

test("messages in another language", async () => {
	const { errorsOf } = await import(`${folder}/errors-of.js`);
	const { code_type, title, ...others } = errorsOf({
		title: "一二三四五六七八九十一二",
		code_type: "QR",
		total_quantity: 1.5,
		init_level: "",
	});
	assert.deepEqual(title, ["10 caractères au plus, et non 12."]);
	assert.deepEqual(code_type, ["Choisissez BAR_CODE, QRCODE, BAR_CODE_AND_QRCODE ou NONE_CODE."]);
	assert.deepEqual(others, { total_quantity: ["Stock must be an integer, not 1.5"] });
});

test("the rules as JSON Schema", async () => {
	const { ofRequests, forOpenApi, standard } = await import(`${folder}/schemas.js`);
	assert.match(ofRequests.$schema, /2020-12/);
	assert.match(standard.$schema, /draft-07/);
	assert.equal(forOpenApi.$schema, undefined);
	for (const { properties } of [ofRequests, forOpenApi, standard]) {
		assert.equal(properties.title.maxLength, 10);
	}
	assert.equal(ofRequests.properties.title.title, "Card name");
});
