import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { readRequestOptions, readSigner, readValidateOptions } from "../../pkg/build/read-options.js";

const REQUEST = { cardId: "card", mchid: "1900000109", serialNo: "5157" };
const refuses = (read, options, ...words) =>
	assert.throws(
		() => read(options),
		(error) => {
			assert.ok(error instanceof TypeError, String(error));
			for (const word of words) {
				assert.ok(error.message.includes(word), `${error.message} does not name ${word}`);
			}
			return true;
		},
	);

test("validation has defaults for everything", () => {
	const clock = mock.method(Date, "now", () => 1554208460123);
	try {
		for (const options of [undefined, {}, { locale: undefined, now: undefined, current: undefined }]) {
			assert.deepEqual(readValidateOptions(options), { locale: "zh-CN", now: 1554208460123 });
		}
	} finally {
		clock.mock.restore();
	}
});

test("validation takes its options as they are", () => {
	const imageHosts = ["a.example", "b.example"];
	const read = readValidateOptions({ locale: "en", imageHosts, now: 0, current: { title: "卡", a: 1n } });
	assert.deepEqual(read, {
		locale: "en",
		imageHosts,
		now: 0,
		current: new TextEncoder().encode('{"title":"卡","a":\u0001bigint\u0001}'),
	});
	assert.notEqual(read.imageHosts, imageHosts);
	assert.deepEqual(readValidateOptions({ current: null, now: 0 }).current, new TextEncoder().encode("null"));
	assert.deepEqual(readValidateOptions({ imageHosts: [], now: 0 }).imageHosts, []);
});

test("a wrong option of a validation is named", () => {
	for (const options of [null, "en", 1, () => {}]) {
		refuses(readValidateOptions, options, "options must be an object");
	}
	for (const locale of ["fr", "", null, 1]) {
		refuses(readValidateOptions, { locale }, "options.locale", '"zh-CN"', '"en"');
	}
	for (const imageHosts of ["a.example", [1], ["a", undefined], null, {}, new Set(["a"])]) {
		refuses(readValidateOptions, { imageHosts }, "options.imageHosts", "array of strings");
	}
	for (const now of ["0", Number.NaN, Number.POSITIVE_INFINITY, null, new Date(0), 1n]) {
		refuses(readValidateOptions, { now }, "options.now", "number");
	}
});

test("a request has a fresh timestamp and nonce unless they are given", () => {
	const clock = mock.method(Date, "now", () => 1554208460999);
	try {
		const read = readRequestOptions(REQUEST);
		assert.match(read.nonceStr, /^[0-9A-F]{32}$/);
		assert.deepEqual(read, { ...REQUEST, timestamp: 1554208460, nonceStr: read.nonceStr });
		assert.notEqual(readRequestOptions(REQUEST).nonceStr, read.nonceStr);
	} finally {
		clock.mock.restore();
	}
	const all = {
		...REQUEST,
		timestamp: 0,
		nonceStr: "n",
		host: "backup",
		wechatpaySerial: "PUB_KEY_ID_1",
		scheme: "WECHATPAY2-SM2-WITH-SM3",
	};
	assert.deepEqual(readRequestOptions({ ...all, locale: "en", unknown: 1 }), all);
});

test("a missing or wrong option of a request is named", () => {
	refuses(readRequestOptions, undefined, "options must be an object");
	for (const name of Object.keys(REQUEST)) {
		refuses(readRequestOptions, { ...REQUEST, [name]: undefined }, `options.${name} is missing`);
		for (const value of [null, 1900000109, {}, ["a"], 1n, Symbol("s")]) {
			refuses(readRequestOptions, { ...REQUEST, [name]: value }, `options.${name}`, "must be a string");
		}
	}
	for (const timestamp of ["1554208460", 1.5, -1, Number.NaN, 2 ** 60, null, new Date(0)]) {
		refuses(readRequestOptions, { ...REQUEST, timestamp }, "options.timestamp", "seconds");
	}
	refuses(readRequestOptions, { ...REQUEST, nonceStr: 1 }, "options.nonceStr");
	refuses(readRequestOptions, { ...REQUEST, host: "api" }, "options.host", '"main"', '"backup"');
	refuses(readRequestOptions, { ...REQUEST, wechatpaySerial: 1 }, "options.wechatpaySerial");
	refuses(readRequestOptions, { ...REQUEST, scheme: "RSA" }, "options.scheme", '"WECHATPAY2-SHA256-RSA2048"');
});

test("a long wrong value does not flood the message", () => {
	assert.throws(
		() => readValidateOptions({ locale: "x".repeat(1e6) }),
		({ message }) => message.length < 200,
	);
});

test("the signer is a function", () => {
	const signer = () => "";
	assert.equal(readSigner({ signer }), signer);
	refuses(readSigner, {}, "options.signer is missing");
	refuses(readSigner, { signer: "key" }, "options.signer", "a function");
	refuses(readSigner, undefined, "options must be an object");
});
