const assert = require("node:assert/strict");
const { test } = require("node:test");
const membercard = require("wechatpay-membercard");

test("the package is ready when it is required", () => {
	assert.equal(membercard.version(), require("wechatpay-membercard/package.json").version);
});

test("an error of the imported package is an error of the required one", async () => {
	const imported = await import("wechatpay-membercard");
	assert.ok(new imported.ValidationError([]) instanceof membercard.ValidationError);
	assert.equal(imported.PreparedRequest, membercard.PreparedRequest);
});
