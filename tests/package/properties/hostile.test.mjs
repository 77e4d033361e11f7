/** For any input, functions return what is documented, and the next call works. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CardForm,
	cardUpdate,
	compareSignInformation,
	explainError,
	inspectMessage,
	PreparedRequest,
	prepare,
	validate,
	validateJson,
	verifyResponse,
} from "../../../pkg/dist/index.mjs";
import { PLAIN_LINE } from "../plain-line.mjs";
import { bytes, hostile, json, text, update } from "./arbitraries.mjs";
import { assertUnharmed, attempt, fc } from "./check.mjs";

const OPTIONS = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
};
const NOW = OPTIONS.timestamp * 1000;

function assertVerdict(result) {
	const has = (severity) => result.issues.some((issue) => issue.severity === severity);
	assert.equal(result.valid, !has("error"));
	assert.equal(typeof result.body, result.valid ? "string" : "undefined");
	for (const { message, pointer, path } of result.issues) {
		assert.ok(message.length > 4);
		assert.match(message, PLAIN_LINE);
		assert.equal(
			pointer,
			path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
		);
	}
}

test("validate handles hostile object graphs, and never throws", () => {
	fc.assert(
		fc.property(hostile, (make) => {
			assertVerdict(validate(make()));
			assertUnharmed();
		}),
		{ numRuns: 1000 },
	);
});

test("hostile options give a TypeError, a result, or an error of the caller's own code", () => {
	fc.assert(
		fc.property(
			hostile,
			fc.constantFrom("current", "imageHosts", "unknownKeys", "now", "locale", "profile"),
			(make, name) => {
				for (const options of [{ [name]: make() }, make()]) {
					const { value, error } = attempt(() => validate({ title: "a" }, options));
					if (error === undefined) {
						assertVerdict(value);
					} else {
						assert.ok(error instanceof TypeError || error.message === "the input is hostile", error.stack);
					}
				}
			},
		),
		{ numRuns: 500 },
	);
});

test("bytes and texts are validated, and never throw", () => {
	fc.assert(
		fc.property(fc.oneof(bytes, text, json.map(JSON.stringify)), (input) => {
			assertVerdict(validateJson(input));
			assertUnharmed();
		}),
		{ numRuns: 1500 },
	);
});

test("a message is accepted or refused, and never throws", () => {
	const damaged = fc.tuple(update, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([made, at, byte]) => {
		const { value } = attempt(() => prepare(made, { ...OPTIONS, now: NOW }));
		const message = new TextEncoder().encode(value?.message ?? "PATCH\n/v3/\n1\n2\n{}\n");
		message[at % message.length] = byte;
		return message;
	});
	fc.assert(
		fc.property(fc.oneof(damaged, bytes, text), (message) => {
			const inspection = inspectMessage(message, {
				cardIds: "any",
				now: NOW,
				allowWarnings: ["unknown_key"],
				minNonceLength: 1,
			});
			if (inspection.accepted) {
				const { cardId, timestamp, nonceStr, body } = inspection;
				const again = prepare(JSON.parse(body), { ...OPTIONS, cardId, timestamp, nonceStr, now: NOW });
				assert.equal(again.message, inspection.message);
				assert.deepEqual(Buffer.from(inspection.message), Buffer.from(message));
			} else {
				assert.ok(inspection.refusals.length > 0);
				for (const refusal of inspection.refusals) {
					assert.match(refusal.message, PLAIN_LINE);
				}
			}
			assertUnharmed();
		}),
		{ numRuns: 1000 },
	);
});

test("any answer is explained", () => {
	const status = fc.oneof(
		fc.constantFrom(200, 202, 204, 400, 401, 403, 429, 500, 502),
		fc.integer({ min: 100, max: 599 }),
	);
	const answer = fc.record({
		code: fc.constantFrom("PARAM_ERROR", "PARAM ERROR", "SIGN_ERROR", "INVALID_REQUEST", "", 1, null),
		message: fc.oneof(
			text,
			fc.constant("输入源“/body/title”映射到值字段“标题”字符串规则校验失败，字节数 22，大于最大值 16"),
		),
		detail: json,
	});
	fc.assert(
		fc.property(status, fc.oneof(answer.map(JSON.stringify), bytes, text), text, (code, body, ours) => {
			const explanation = explainError({ status: code, body }, "en");
			assert.match(explanation.title, PLAIN_LINE);
			assert.match(explanation.action, PLAIN_LINE);
			if (explanation.signInformation !== undefined) {
				assert.equal(typeof compareSignInformation(explanation.signInformation, ours).equal, "boolean");
			}
			assertUnharmed();
		}),
		{ numRuns: 1000 },
	);
});

test("no response is trusted without the verifier", async () => {
	const headers = fc.dictionary(
		fc.constantFrom(
			"Wechatpay-Timestamp",
			"Wechatpay-Nonce",
			"Wechatpay-Signature",
			"Wechatpay-Serial",
			"wechatpay-signature",
		),
		fc.oneof(
			fc.constantFrom("1554208460", "a", Buffer.alloc(256, 1).toString("base64"), "PUB_KEY_ID_0"),
			text,
		),
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(200, 204, 400, 500), headers, bytes, async (status, given, body) => {
			const options = { verifier: () => false, now: NOW };
			await assert.rejects(verifyResponse({ status, headers: given, body }, options));
			assertUnharmed();
		}),
		{ numRuns: 500 },
	);
});

test("a prepared request that was changed on its way is refused, or is another whole request", () => {
	const data = prepare({ title: "会员卡" }, OPTIONS).toJSON();
	const changes = fc.dictionary(fc.constantFrom(...Object.keys(data), "wechatpaySerial", "extra"), hostile, {
		maxKeys: 3,
	});
	fc.assert(
		fc.property(changes, (made) => {
			const changed = { ...data };
			for (const [key, make] of Object.entries(made)) {
				changed[key] = make();
			}
			const { value, error } = attempt(() => PreparedRequest.from(changed));
			if (value !== undefined) {
				assert.deepEqual(PreparedRequest.from(value.toJSON()).toJSON(), value.toJSON());
			} else {
				assert.ok(error instanceof Error, String(error));
			}
		}),
		{ numRuns: 500 },
	);
});

test("forms and schemas take hostile values, too", () => {
	fc.assert(
		fc.property(
			hostile,
			hostile,
			fc.oneof(text, fc.constantFrom("/title", "/date_information", "")),
			(make, other, path) => {
				const { value: form } = attempt(() => new CardForm({ initial: make() }));
				attempt(() => form?.set(path, other()));
				attempt(() => form?.insert("/user_information_form/custom_field_list", 0, other()));
				attempt(() => form?.[Symbol.dispose]());
				attempt(() => cardUpdate["~standard"].validate(make()));
			},
		),
		{ numRuns: 300 },
	);
});
