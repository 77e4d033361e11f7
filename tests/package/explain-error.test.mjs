import assert from "node:assert/strict";
import { test } from "node:test";
import { compareSignInformation, explainError } from "../../pkg/dist/index.mjs";

const SIGNED = "GET\n/v3/certificates\n1601277177\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n";
const SIGN_ERROR = JSON.stringify({
	code: "SIGN_ERROR",
	message: "错误的签名，验签失败",
	detail: {
		detail: { issue: "sign not match" },
		field: "signature",
		location: "authorization",
		sign_information: {
			method: "GET",
			sign_message_length: 66,
			truncated_sign_message: SIGNED,
			url: "/v3/certificates",
		},
	},
});

test("an error is explained from text or bytes, in both languages", () => {
	const body = '{"code":"INVALID_REQUEST","message":"会员储值一旦展示无法关闭"}';
	const bytes = new TextEncoder().encode(body);
	const english = explainError({ status: 400, body }, "en");
	assert.equal(english.status, 400);
	assert.equal(english.code, "INVALID_REQUEST");
	assert.equal(english.message, "会员储值一旦展示无法关闭");
	assert.equal(english.fields[0].pointer, "/balance_information/need_balance");
	assert.deepEqual(english.fields[0].path, ["balance_information", "need_balance"]);
	assert.deepEqual(english.retry, { kind: "never" });
	assert.equal(english.known, true);
	for (const same of [bytes, Buffer.from(bytes), bytes.buffer]) {
		assert.deepEqual(explainError({ status: 400, body: same }, "en"), english);
	}
	const chinese = explainError({ status: 400, body });
	assert.deepEqual(explainError({ status: 400, body }, "zh-CN"), chinese);
	assert.notEqual(chinese.title, english.title);
	assert.equal(chinese.cause, english.cause);
});

test("anything that a proxy may answer is explained", () => {
	for (const body of ["", "<html>", "{", "null", "[]", '"text"', "\ud800", new Uint8Array([0xff])]) {
		for (const status of [0, 200, 204, 302, 404, 429, 500, 502, 599, 999]) {
			const explanation = explainError({ status, body }, "en");
			assert.ok(explanation.title !== "" && explanation.action !== "", `${status} ${body}`);
			assert.equal(explanation.known, false);
		}
	}
	assert.deepEqual(explainError({ status: 502, body: "<html>" }).retry, { kind: "wait" });
});

test("a success has no body: a status 200 with a body is not explained as a success", () => {
	const xml =
		"<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[签名错误，请检查后再试]]></return_msg></xml>";
	const html = "<html>Log in</html>";
	for (const body of ['{"code":"SYSTEM_ERROR"}', xml, '{"errcode":40001,"errmsg":"x"}', html, "{}", "null"]) {
		const { cause, title, action } = explainError({ status: 200, body }, "en");
		assert.notEqual(cause, "success", body);
		assert.doesNotMatch(title, /succeeded/);
		assert.doesNotMatch(action, /before you rely on it/);
	}
	assert.equal(explainError({ status: 200, body: "" }).cause, "success");
	assert.match(explainError({ status: 200, body: xml }).title, /：签名错误，请检查后再试$/);
});

test("the answers of other clients are explained as they come, parsed or not", () => {
	const parsed = JSON.parse(SIGN_ERROR);
	const expected = explainError({ status: 401, body: SIGN_ERROR });
	for (const response of [
		{ status: 401, statusText: "", headers: {}, data: parsed },
		{ status: 401, data: SIGN_ERROR },
		{ statusCode: 401, body: SIGN_ERROR },
		{ status: 401, body: parsed },
	]) {
		assert.deepEqual(explainError(response), expected);
	}
	for (const data of [null, 1, true, [], {}, JSON.parse("[".repeat(5000) + "]".repeat(5000))]) {
		assert.equal(explainError({ status: 400, data }).cause, "foreign_body");
	}
});

test("a refused signature shows where the two messages differ", () => {
	const { signInformation, checklist } = explainError({ status: 401, body: SIGN_ERROR }, "en");
	assert.ok(checklist.length > 5);
	assert.equal(compareSignInformation(signInformation, SIGNED).equal, true);
	const { equal, differences, length } = compareSignInformation(
		signInformation,
		SIGNED.replace("GET", "get").slice(0, -1),
	);
	assert.equal(equal, false);
	assert.deepEqual(
		differences.map(({ line }) => line),
		["method", "end"],
	);
	assert.deepEqual(length, {
		theirs: 66,
		ourBytes: 65,
		ourCharacters: 65,
		equal: false,
		maybeNotUtf8: false,
	});
});

test("a length in characters may come from a body that was not sent as UTF-8", () => {
	const message = '{"title":"微信支付测试卡"}';
	const { equal, length } = compareSignInformation({ signMessageLength: message.length }, message);
	assert.equal(equal, true);
	assert.equal(length.maybeNotUtf8, true);
});

test("undefined parameters and lengths in characters are explained in English", () => {
	const explain = (message, value) => {
		const body = JSON.stringify({ code: "PARAM_ERROR", detail: { location: null, value }, message });
		return explainError({ status: 400, body }, "en");
	};
	const undefinedOnes = explain("请求中含有未在API文档中定义的参数", [
		"/body/brand",
		"/body/date_information/x",
	]);
	assert.deepEqual(
		undefinedOnes.fields.map(({ path }) => path),
		[["brand"], ["date_information", "x"]],
	);
	assert.match(undefinedOnes.action, /WeChat Pay refuses parameters that the API does not define/);
	const long = explain(
		"输入源“/body/title”映射到值字段“卡名称”字符串规则校验失败，字符数 12，大于最大值 10",
		12,
	);
	assert.deepEqual(long.detail.rule, { kind: "characters", actual: 12, maximum: 10 });
	assert.match(long.title, /Card name has 12 characters, at most 10 are allowed/);
});

test("an endless pointer is no field, and costs nothing", () => {
	const body = JSON.stringify({ code: "PARAM_ERROR", message: "x", detail: { field: "/".repeat(900_000) } });
	assert.deepEqual(explainError({ status: 400, body }, "en").fields, []);
});

test("wrong arguments are TypeErrors", () => {
	for (const response of [undefined, null, "{}", 400]) {
		assert.throws(() => explainError(response), TypeError);
	}
	assert.throws(() => explainError({ status: "400", body: "" }), /response\.status/);
	assert.throws(
		() => explainError({ status: 400, body: new ReadableStream() }),
		/response\.body is a stream/,
	);
	assert.throws(() => explainError({ status: 400 }), /response\.body is missing/);
	for (const locale of [1, null, { locale: 1 }]) {
		assert.throws(() => explainError({ status: 400, body: "" }, locale), /locale/);
	}
	assert.throws(() => compareSignInformation(undefined, SIGNED), TypeError);
	assert.throws(() => compareSignInformation({}, new Uint8Array()), TypeError);
	for (const [name, value] of Object.entries({
		method: 1,
		url: 2,
		truncatedSignMessage: 3,
		signMessageLength: "66",
	})) {
		assert.throws(() => compareSignInformation({ [name]: value }, SIGNED), {
			name: "TypeError",
			message: new RegExp(`signInformation\\.${name} must be `),
		});
	}
	for (const signMessageLength of [-1, 0.5, 2 ** 32, Number.NaN]) {
		assert.throws(() => compareSignInformation({ signMessageLength }, SIGNED), TypeError);
	}
	assert.equal(compareSignInformation({}, SIGNED).equal, true);
});
