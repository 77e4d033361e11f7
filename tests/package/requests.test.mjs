/** The cases of `tests/data/requests.json`: request values, with the same results as in Rust. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PreparedRequest, prepare, ValidationError } from "../../pkg/dist/index.mjs";

const cases = JSON.parse(readFileSync(new URL("../data/requests.json", import.meta.url), "utf8"));
const DOCUMENTED = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
};

for (const { name, options, valid, issues } of cases) {
	test(`request: ${name}`, () => {
		const found = prepareOrIssues({ ...DOCUMENTED, ...options });
		const told = found.issues.map(({ severity, code, pointer }) => ({ severity, code, pointer }));
		assert.deepEqual(told, issues);
		assert.equal(found.valid, valid);
		assert.ok(found.issues.every(({ location }) => location === "request"));
	});
}

test("a request that was changed on the way is refused in the asked language", () => {
	const data = {
		...prepare({ code_type: "QRCODE" }, DOCUMENTED).toJSON(),
		url: "https://api.mch.weixin.qq.com/",
	};
	const words = {
		"zh-CN": "url 与请求的其他内容不一致：数据被改动过，或与其他请求混淆了",
		en: "url does not agree with the rest of the prepared request: the data was changed or mixed up",
	};
	for (const [locale, message] of Object.entries(words)) {
		assert.throws(() => PreparedRequest.from(data, { locale }), { name: "Error", message });
	}
	assert.throws(() => PreparedRequest.from(data), { message: words["zh-CN"] });
});

function prepareOrIssues(options) {
	try {
		const request = prepare({ code_type: "QRCODE" }, options);
		assertSafe(request, options);
		return { valid: true, issues: request.issues };
	} catch (error) {
		assert.ok(error instanceof ValidationError, error);
		return { valid: false, issues: error.issues };
	}
}

/** An accepted request has five lines, and can be restored by another process. */
function assertSafe(request, { timestamp, nonceStr, host }) {
	const [method, path, ...rest] = request.message.split("\n");
	assert.deepEqual(rest, [String(timestamp), nonceStr, '{"code_type":"QRCODE"}', ""]);
	assert.equal(method, "PATCH");
	const origin = host === "backup" ? "https://api2.mch.weixin.qq.com" : "https://api.mch.weixin.qq.com";
	assert.equal(new URL(request.url).href, `${origin}${path}`);
	assert.deepEqual(PreparedRequest.from(JSON.parse(JSON.stringify(request))).toJSON(), request.toJSON());
}
