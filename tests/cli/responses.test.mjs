import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { run, write } from "./command-line.mjs";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const { publicKey: otherKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const SERIAL = "PUB_KEY_ID_0112345678012024111100000000000001";
const NOW = "2026-01-31T12:00:00+08:00";
const pemOf = (key) => key.export({ type: "spki", format: "pem" });
write("wechatpay.pem", pemOf(publicKey));
write("other.pem", pemOf(otherKey));

/** An answer as `curl --include` prints it. */
function answer(status, body, { key = privateKey, serial = SERIAL, before = "", lineEnd = "\r\n" } = {}) {
	const timestamp = Date.parse(NOW) / 1000;
	const signature = sign("sha256", `${timestamp}\nnonce\n${body}\n`, key).toString("base64");
	const head = [
		`HTTP/2 ${status} `,
		"Request-ID: 08F7",
		`wechatpay-timestamp: ${timestamp}`,
		"Wechatpay-Nonce:nonce",
		`Wechatpay-Serial: ${serial}`,
		`Wechatpay-Signature: ${signature}`,
		"",
		"",
	];
	return `${before}${head.join(lineEnd)}${body}`;
}

test("a verified success is printed and sets the exit code", async () => {
	for (const [name, content] of Object.entries({
		"plain.http": answer(204, ""),
		"proxy.http": answer(204, "", {
			before: "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
		}),
		"lines.http": answer(204, "", { lineEnd: "\n" }),
	})) {
		write(name, content);
		const { code, stdout } = await run(["verify", name, "--public-key", "wechatpay.pem", "--now", NOW]);
		assert.deepEqual([code, stdout], [0, "verified: WeChat Pay updated the card\n"], name);
	}
	const json = await run(["verify", "plain.http", "--public-key", "wechatpay.pem", "--now", NOW, "--json"]);
	assert.deepEqual(JSON.parse(json.stdout), { verified: true });
});

/** A certificate with a serial number of its own, and a key that nobody has. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIB+jCCAWOgAwIBAgIUTfB2rFp9lo1KiwucWZp0y0z47oowDQYJKoZIhvcNAQEL
BQAwDzENMAsGA1UEAwwEdGVzdDAeFw0yNjExMjkxMDI0NDFaFw0zNjExMjYxMDI0
NDFaMA8xDTALBgNVBAMMBHRlc3QwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGB
AJRzk5V2OsaspVj6wG5a0vCt957nSRhs1ECeM1zZWLXOvsd6qiBHyFvMEelQOIYA
XUKfkp4BxxKPGfDYslfPJ9RBdNGHsGrXxR/bx5CJJmFV0aE3gHbJRjKwRPsCMS78
gWgY5WpPiWAXKfLB3yL/suBNayR8Zr8rOGawQlwuZGfZAgMBAAGjUzBRMB0GA1Ud
DgQWBBQrfBE1OclEqABKHUJT7X4RR/0YCTAfBgNVHSMEGDAWgBQrfBE1OclEqABK
HUJT7X4RR/0YCTAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4GBAHkj
kb/SbEHSvwRdII2/r/A1pJlsKJAW7D46e1I0a9TzVoYWkp55etKnZEb2TD72Z4o1
Sk42o2dSlrXWP56Ih4Yi6OLKC3HL2+uDxYDySJY+wDUhvTkOnkbzN7HqXwLXBSiC
1DF4236rZelwTUQPwLlimVMJtKBrcrq7LI6x9XKY
-----END CERTIFICATE-----
`;

test("a response signed with another certificate differs from a forged one", async () => {
	write("certificate.pem", CERTIFICATE);
	const codeOf = async (serial) => {
		const options = ["--public-key", "certificate.pem", "--now", NOW, "--json"];
		const { stdout } = await run(["verify", "-", ...options], { input: answer(204, "", { serial }) });
		return JSON.parse(stdout).code;
	};
	assert.equal(await codeOf("4DF076AC5A7D968D4A8B0B9C599A74CB4CF8EE8A"), "signature_rejected");
	assert.equal(await codeOf("5157F09EFDC096DE15EBE81A47057A7232F1B8E1"), "unknown_key");
	assert.equal(await codeOf(SERIAL), "unknown_key");
});

test("everything else is refused, with its reason", async () => {
	const refusal = async (content, ...args) => {
		const options = ["--public-key", "wechatpay.pem", "--now", NOW, "--json", ...args];
		const { code, stdout } = await run(["verify", "-", ...options], { input: content });
		assert.equal(code, 1);
		const { verified, code: reason } = JSON.parse(stdout);
		assert.equal(verified, false);
		return reason;
	};
	assert.equal(await refusal(answer(204, ""), "--public-key", "other.pem"), "signature_rejected");
	assert.equal(await refusal(answer(204, ""), "--now", "2026-01-31T13:00:00+08:00"), "stale_timestamp");
	assert.equal(await refusal("HTTP/2 204\r\n\r\n"), "missing_header");
	// A genuine answer in the body of another one.
	assert.equal(await refusal(`HTTP/2 200\r\n\r\n${answer(204, "")}`), "unverified_error_response");
	assert.equal(await refusal(answer(200, "{}")), "unexpected_body");
	assert.equal(await refusal(answer(200, '{"code":"SYSTEM_ERROR"}')), "error_response");
	assert.equal(await refusal(answer(400, '{"code":"PARAM_ERROR","message":"x"}')), "error_response");
	const text = await run(
		["verify", "-", "--public-key", "wechatpay.pem", "--now", NOW, "--locale", "zh-CN"],
		{
			input: answer(400, '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}'),
		},
	);
	assert.match(text.stdout, /\[error_response\]\nHTTP 400 INVALID_REQUEST /);
	assert.match(text.stdout, /相关字段: \/balance_information\/balance_path/);
});

test("only a public key verifies, and only a whole answer", async () => {
	write("private.pem", privateKey.export({ type: "pkcs8", format: "pem" }));
	const options = ["--now", NOW];
	for (const file of ["private.pem", "answer.http"]) {
		write("answer.http", answer(204, ""));
		const { code, stderr } = await run(["verify", "answer.http", "--public-key", file, ...options]);
		assert.equal(code, 2);
		assert.match(stderr, new RegExp(`^error: ${file} is no RSA public key or certificate`));
	}
	const bodyAlone = await run(["verify", "-", "--public-key", "wechatpay.pem"], { input: "{}" });
	assert.equal(bodyAlone.code, 2);
	assert.match(bodyAlone.stderr, /is no whole HTTP response/);
});

test("an error answer is explained, whole or by its body alone", async () => {
	const body = '{"code":"INVALID_REQUEST","message":"储值小程序path为空"}';
	const whole = await run(["explain", "-"], { input: answer(400, body) });
	assert.equal(
		whole.stdout,
		`HTTP 400 INVALID_REQUEST The path of the stored-value mini program is empty
  WeChat Pay says: 储值小程序path为空
  what to do: Fill in the path of the stored-value mini program.
  look at: /balance_information/balance_path
  retry: no, not as it is
`,
	);
	assert.deepEqual(await run(["explain", "-", "--status", "400"], { input: body }), whole);
	const json = await run(["explain", "--status", "500", "--json"], { input: '{"code":"SYSTEM_ERROR"}' });
	assert.deepEqual(JSON.parse(json.stdout).retry, { kind: "same_parameters" });
	assert.equal((await run(["explain", "-"], { input: body })).code, 2);
	for (const input of [
		"",
		"\0",
		"HTTP/1.1 500",
		"HTTP/1.1 100\n\n".repeat(70_000),
		"HTTP/1.1 502 \r\n\r\n<html>\u001b[31m",
	]) {
		const { code, stdout } = await run(
			["explain", ...(input.startsWith("HTTP") ? [] : ["--status", "500"])],
			{ input },
		);
		assert.equal(code, 0);
		assert.ok(!stdout.includes("\u001b"));
	}
});

test("under the status of a success, the body decides", async () => {
	const xml =
		"<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[签名错误，请检查后再试]]></return_msg></xml>";
	for (const [input, words] of [
		[xml, /^HTTP 200 FAIL The response has the form of another WeChat API/],
		['{"errcode":40001,"errmsg":"x"}', /^HTTP 200 40001 The response has the form of another WeChat API/],
		["<html>Log in</html>", /^HTTP 200 The response is not WeChat Pay's JSON/],
		["", /^HTTP 200 The request succeeded/],
	]) {
		const { code, stdout } = await run(["explain", "-", "--status", "200"], { input });
		assert.equal(code, 0);
		assert.match(stdout, words);
	}
});

test("the JSON output says whether the card may have been updated", async () => {
	const doubt = async (content) => {
		const options = ["--public-key", "wechatpay.pem", "--now", NOW, "--json"];
		return JSON.parse((await run(["verify", "-", ...options], { input: content })).stdout).mayHaveUpdated;
	};
	assert.equal(await doubt(answer(400, '{"code":"PARAM_ERROR","message":"x"}')), false);
	assert.equal(await doubt("HTTP/2 403\r\n\r\n<html>"), true);
});

test("a refused signature is compared with the signed message", async () => {
	const message = "PATCH\n/v3/marketing/membercard-open/cards/a\n1554208460\nnonce\n{}\n";
	write("message", message);
	const refused = JSON.stringify({
		code: "SIGN_ERROR",
		message: "错误的签名，验签失败",
		detail: {
			field: "signature",
			location: "authorization",
			sign_information: {
				method: "PATCH",
				sign_message_length: message.length + 1,
				truncated_sign_message: message.replace("cards/a", "cards//a"),
				url: "/v3/marketing/membercard-open/cards//a",
			},
		},
	});
	const { stdout } = await run(["explain", "-", "--message", "message"], { input: answer(401, refused) });
	assert.match(stdout, /^ {2}url\n {4}ours: {3}\S+cards\/a\n {4}theirs: \S+cards\/\/a$/m);
	assert.ok(stdout.indexOf("  url\n") < stdout.indexOf("  - "), "the difference comes before the checklist");
	const json = await run(["explain", "-", "--message", "message", "--json"], { input: answer(401, refused) });
	assert.deepEqual(
		JSON.parse(json.stdout).comparison.differences.map(({ line }) => line),
		["url"],
	);
});

test("a length in characters may come from a body that was not sent as UTF-8", async () => {
	const message = 'PATCH\n/v3/marketing/membercard-open/cards/a\n1554208460\nnonce\n{"title":"会员卡"}\n';
	write("message", message);
	const refused = (length) =>
		JSON.stringify({
			code: "SIGN_ERROR",
			message: "错误的签名，验签失败",
			detail: { sign_information: { sign_message_length: length } },
		});
	const explain = async (length, ...args) => {
		const input = answer(401, refused(length));
		return (await run(["explain", "-", "--message", "message", ...args], { input })).stdout;
	};
	assert.match(await explain(message.length), /in characters, not in bytes of UTF-8 .*ISO-8859-1.*the key/);
	assert.match(await explain(message.length, "--locale", "zh-CN"), /字符数.*ISO-8859-1.*私钥/);
	assert.match(await explain(Buffer.byteLength(message)), /^The message is the one that WeChat Pay built/m);
});

test("the gateway's sentences are explained in the reader's language", async () => {
	const input = JSON.stringify({
		code: "PARAM_ERROR",
		detail: { location: "body", value: "7" },
		message:
			"无法将 JSON 输入源“/body/total_quantity”映射到目标字段“会员卡总库存”中，此字段需要一个合法的 64 位有符号整数",
	});
	const { stdout } = await run(["explain", "-", "--status", "400"], { input });
	assert.match(
		stdout,
		/^HTTP 400 PARAM_ERROR A parameter is wrong: Stock must be a signed integer of 64 bits, not "7"$/m,
	);
	assert.match(stdout, /^ {2}the refused value: "7"$/m);
});
