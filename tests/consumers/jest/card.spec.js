const { sign, validate } = require("wechatpay-membercard");

test("a back end's test", async () => {
	expect(validate({ title: "一二三四五六七八九十一二" }).issues[0].message).toBe(
		"会员卡名称最多 10 个字，当前 12 个字",
	);
	const request = await sign(
		{ title: "会员卡" },
		{
			cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
			mchid: "1900007291",
			serialNo: "408B",
			signer: () => Buffer.alloc(256, 1),
		},
	);
	expect(request.body).toBe('{"title":"会员卡"}');
	expect(request.headers.Authorization).toContain(Buffer.alloc(256, 1).toString("base64"));
});
