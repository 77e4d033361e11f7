const assert = require("node:assert/strict");
const { test } = require("node:test");
const membercard = require("wechatpay-membercard");

test("the package is ready when it is required", () => {
	assert.equal(membercard.version(), require("wechatpay-membercard/package.json").version);
});

test("an update is validated, as a value and as text", () => {
	const update = { title: "微信支付测试卡" };
	assert.equal(membercard.validate(update).body, '{"title":"微信支付测试卡"}');
	assert.equal(membercard.validateJson('{"title": 1}', { locale: "en" }).issues[0].code, "wrong_type");
});

test("an error of the imported package is an error of the required one", async () => {
	const imported = await import("wechatpay-membercard");
	assert.ok(new imported.ValidationError([]) instanceof membercard.ValidationError);
	assert.equal(imported.PreparedRequest, membercard.PreparedRequest);
});
