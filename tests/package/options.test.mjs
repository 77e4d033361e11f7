import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { encodedValue } from "../../pkg/build/bridge/encoded-value.js";
import { initSync } from "../../pkg/build/hosts/init.js";
import * as ofRequests from "../../pkg/build/request/read-options.js";
import { readSigner } from "../../pkg/build/request/signer.js";
import * as ofValidation from "../../pkg/build/validate/read-options.js";

initSync(readFileSync(new URL("../../pkg/dist/membercard.wasm", import.meta.url)));

/** The read options, without absent ones. */
const present = (read) => Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
/** An endpoint with a card in its path, signed by a merchant. */
const OPERATION = { hasCardId: true, identity: "mchid", scheme: "WECHATPAY2-SHA256-RSA2048" };
const readValidateOptions = (options) => present(ofValidation.readValidateOptions(options, () => undefined));
const readRequestOptions = (options, operation = OPERATION) =>
	present(ofRequests.readRequestOptions(options, operation));

/** The defaults. */
const DEFAULTS = {
	locale: "zh-CN",
	profile: "partner",
	chinaTime: false,
};

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
			assert.deepEqual(readValidateOptions(options), { ...DEFAULTS, now: 1554208460123 });
		}
	} finally {
		clock.mock.restore();
	}
});

test("validation options are read unchanged", () => {
	const imageHosts = ["a.example", "b.example"];
	const read = readValidateOptions({ locale: "en", imageHosts, now: 0, current: { title: "卡", a: 1n } });
	assert.deepEqual(read, {
		...DEFAULTS,
		locale: "en",
		imageHosts,
		now: 0,
		current: encodedValue({ title: "卡", a: 1n }),
	});
	assert.notEqual(read.imageHosts, imageHosts);
	// Programs without a card pass null.
	assert.deepEqual(readValidateOptions({ current: null, now: 0 }), { ...DEFAULTS, now: 0 });
});

test("a wrong option of a validation is named", () => {
	for (const options of [null, "en", 1, () => {}]) {
		refuses(readValidateOptions, options, "options must be an object");
	}
	for (const locale of [null, 1, ["en"]]) {
		refuses(readValidateOptions, { locale }, "options.locale", '"zh-CN"', '"en"');
	}
	for (const imageHosts of ["a.example", [1], ["a", undefined], null, {}, new Set(["a"])]) {
		refuses(readValidateOptions, { imageHosts }, "options.imageHosts", "array of strings");
	}
	for (const now of ["0", Number.NaN, Number.POSITIVE_INFINITY, null, new Date(0), 1n]) {
		refuses(readValidateOptions, { now }, "options.now", "number of milliseconds");
	}
	for (const now of [1e9, 1_795_900_000, 9_999_999_999]) {
		refuses(
			readValidateOptions,
			{ now },
			`options.now must be a Unix time in milliseconds, not ${now}`,
			"1000",
		);
	}
	for (const now of [0, 1, 999_999_999, 1e10, -1_795_900_000, 1_795_900_000_000]) {
		assert.equal(readValidateOptions({ now }).now, now);
	}
});

test("a request has a fresh timestamp and nonce unless they are given", () => {
	const clock = mock.method(Date, "now", () => 1554208460999);
	try {
		const read = readRequestOptions(REQUEST);
		assert.match(read.nonceStr, /^[0-9A-F]{32}$/);
		const defaults = { host: "main", scheme: "WECHATPAY2-SHA256-RSA2048" };
		assert.deepEqual(read, {
			...REQUEST,
			...defaults,
			timestamp: 1554208460,
			nonceStr: read.nonceStr,
		});
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
	assert.deepEqual(readRequestOptions({ ...all, locale: "en", toleranceSeconds: 60 }), all);
});

test("the signer's id is required, and other ids are ignored", () => {
	const options = { ...REQUEST, timestamp: 0, nonceStr: "n", brandId: "1004" };
	const who = ({ mchid, brandId }) => [mchid, brandId];
	const ofBrand = { ...OPERATION, identity: "brandId" };
	const ofQuery = { ...OPERATION, hasBrandId: true };
	assert.deepEqual(who(readRequestOptions(options)), ["1900000109", undefined]);
	assert.deepEqual(who(readRequestOptions(options, ofBrand)), ["", "1004"]);
	assert.deepEqual(who(readRequestOptions(options, ofQuery)), ["1900000109", "1004"]);
	assert.deepEqual(who(readRequestOptions({ ...options, brandId: 1 })), ["1900000109", undefined]);
	for (const operation of [ofBrand, ofQuery]) {
		const read = (options) => readRequestOptions(options, operation);
		refuses(read, { ...options, brandId: undefined }, "options.brandId is missing");
		refuses(read, { ...options, brandId: 1004 }, "options.brandId must be a string");
	}
	const unnamed = (options) => readRequestOptions(options, ofBrand);
	refuses(unnamed, { ...REQUEST }, "brands sign with it, not with a mchid");
	refuses(readRequestOptions, { ...options, mchid: undefined }, "merchants sign with it, not with a brandId");
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
		() => readValidateOptions({ profile: "x".repeat(1e6) }),
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

test("a language of messages is read from any tag", () => {
	for (const locale of ["zh-CN", "zh", "ZH", "zh-Hans-CN", "zh-TW", "zh_CN", ""]) {
		assert.equal(readValidateOptions({ locale }).locale, "zh-CN", locale);
	}
	for (const locale of ["en", "en-US", "fr", "zha", "x-zh"]) {
		assert.equal(readValidateOptions({ locale }).locale, "en", locale);
	}
});

test("invalid image hosts are refused with a suggestion", () => {
	for (const [host, advice] of [
		["https://cdn.example.com/a", 'write "cdn.example.com"'],
		["//cdn.example.com", 'write "cdn.example.com"'],
		["cdn.example.com/a?b", 'write "cdn.example.com"'],
		["cdn.example.com:8443", 'write "cdn.example.com"'],
		["user@cdn.example.com", 'write "cdn.example.com"'],
		[" cdn.example.com\n", 'write "cdn.example.com"'],
		["*.example.com", "without wildcards"],
		["", "list each host"],
		["a..b", "list each host"],
	]) {
		refuses(readValidateOptions, { imageHosts: ["a.example", host] }, "options.imageHosts", advice);
	}
	refuses(readValidateOptions, { imageHosts: [] }, "options.imageHosts is empty");
	const imageHosts = [
		"wxpaylogo.qpic.cn",
		"CDN.example.com",
		"a.example.",
		"[::1]",
		"例子.中国",
		"127.0.0.1",
	];
	assert.deepEqual(readValidateOptions({ imageHosts }).imageHosts, imageHosts);
});

test("an unknown option is refused with a suggestion", () => {
	for (const [name, meant] of [
		["card_id", "cardId"],
		["cardID", "cardId"],
		["serial_no", "serialNo"],
		["wechatpay_serial", "wechatpaySerial"],
		["mchId", "mchid"],
		["local", "locale"],
		["localee", "locale"],
		["imageHost", "imageHosts"],
		["tolerance", "toleranceSeconds"],
		["timeout", "timeoutMs"],
		["nonce", "nonceStr"],
	]) {
		refuses(
			readValidateOptions,
			{ [name]: "x" },
			`options.${name} is not an option`,
			`did you mean ${meant}?`,
		);
	}
	refuses(readValidateOptions, { lang: "en" }, "options.lang is not an option", "remove it");
	refuses(readRequestOptions, { ...REQUEST, privateKey: "secret" }, "options.privateKey is not an option");
	assert.deepEqual(readValidateOptions({ lang: undefined, now: 0 }), { ...DEFAULTS, now: 0 });
});

test("options are an object's own enumerable members", () => {
	class Settings {
		locale = "en";
		get now() {
			return 5;
		}
	}
	const clock = mock.method(Date, "now", () => 7);
	try {
		assert.deepEqual(readValidateOptions(new Settings()), { ...DEFAULTS, locale: "en", now: 7 });
		assert.deepEqual(readValidateOptions(Object.create({ locale: "en" })), { ...DEFAULTS, now: 7 });
		const hidden = Object.defineProperty({}, "locale", { value: "en" });
		assert.deepEqual(readValidateOptions(hidden), { ...DEFAULTS, now: 7 });
	} finally {
		clock.mock.restore();
	}
});

test("no message contains a possible secret", () => {
	const key = `-----BEGIN PRIVATE KEY-----\n${"MIIEvQIBADAN".repeat(40)}\n-----END PRIVATE KEY-----`;
	for (const secret of [
		key,
		key.replaceAll("\n", "\\n"),
		"0123456789abcdef0123456789abcdef",
		"MIIEvQ".repeat(99),
	]) {
		for (const read of [
			() => readSigner({ signer: secret }),
			() => readSigner(secret),
			() => readRequestOptions(secret),
			() => readRequestOptions({ ...REQUEST, timestamp: secret }),
		]) {
			assert.throws(read, ({ message }) => !message.includes(secret.slice(0, 12)) && message.length < 200);
		}
	}
});
