/** Additions to `Object.prototype` are never read as options. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { OPTION_NAMES } from "../../pkg/build/options/option-names.js";
import * as membercard from "../../pkg/dist/index.mjs";

const {
	CardForm,
	cardUpdateSchema,
	compareSignInformation,
	explainError,
	fields,
	inspectMessage,
	jsonSchema,
	NonceMemory,
	PreparedRequest,
	postgresNonces,
	prepare,
	prepareJson,
	redisNonces,
	SendError,
	SharedNonceMemory,
	send,
	sign,
	validate,
	validateJson,
	verifyResponse,
} = membercard;

const NOW = 1_700_000_000_000;
const REQUEST = {
	cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
};
const SIGNATURE = Buffer.alloc(256, 1).toString("base64");
const PAYLOAD = {
	logo_url: "https://img.example.com/0",
	code_mode: "REAL_TIME",
	date_information: { available_end_time: "2023-01-01T00:00:00Z" },
};
const ANSWER = {
	status: 204,
	headers: {
		"Wechatpay-Timestamp": String(NOW / 1000 - 400),
		"Wechatpay-Nonce": "d824f2e086d3c1df967785d13fcd22ef",
		"Wechatpay-Serial": "PUB_KEY_ID_1",
		"Wechatpay-Signature": SIGNATURE,
	},
	body: "",
};
const signer = () => SIGNATURE;
const verifier = () => true;
const fixed = { ...REQUEST, timestamp: NOW / 1000, nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242" };
const message = prepare({ title: "会员卡" }, fixed).message;

const askStore = (nonces, inspection = inspectMessage(message, { cardIds: "any", now: NOW })) =>
	nonces.remember(inspection, { now: NOW });

/** Every function with options, called with the required ones only. */
const CALLS = {
	validate: () => validate(PAYLOAD),
	"validate with options": () => validate(PAYLOAD, { chinaTime: false }),
	validateJson: () => validateJson('{"title":"一二三四五六七八九十一"}', {}),
	prepare: () => prepare({ title: "会员卡" }, fixed),
	"prepare at some time": () => Object.keys(prepare({ title: "会员卡" }, REQUEST)),
	prepareJson: () => prepareJson('{"title":"会员卡"}', fixed),
	"prepare nothing": () => prepare({ title: "会员卡" }, {}),
	complete: () => prepare({ title: "会员卡" }, fixed).complete(SIGNATURE),
	from: () => PreparedRequest.from(prepare({ title: "会员卡" }, fixed).toJSON(), {}),
	sign: () => sign({ title: "会员卡" }, { ...fixed, signer }),
	"sign without a signer": () => sign({ title: "会员卡" }, fixed),
	form: () => {
		const form = new CardForm({});
		form.set("title", "一二三四五六七八九十一");
		return [form.issues(), form.value(), form.patch(), form.field("code_mode")];
	},
	"form with a request": () => {
		const form = new CardForm();
		form.set("title", "会员卡");
		return form.prepare(fixed);
	},
	schema: () => cardUpdateSchema({})["~standard"].validate({ title: "", code_mode: null }),
	"schema as JSON": () => cardUpdateSchema()["~standard"].jsonSchema.input({ target: "draft-07" }),
	jsonSchema: () => jsonSchema(),
	fields: () => fields(),
	explainError: () => explainError({ status: 400, body: '{"code":"PARAM_ERROR","message":"x"}' }),
	compareSignInformation: () => compareSignInformation({}, message),
	inspectMessage: () => inspectMessage(message, { cardIds: "any", now: NOW }),
	"inspect for other cards": () => inspectMessage(message, { cardIds: ["other"], now: NOW }),
	"inspect for no card": () => inspectMessage(message, {}),
	"inspect late": () => inspectMessage(message, { cardIds: "any", now: NOW + 300_000 }),
	remember: () => {
		const nonces = new NonceMemory(10);
		const inspection = inspectMessage(message, { cardIds: "any", now: NOW });
		return [nonces.remember(inspection, { now: NOW }), nonces.remember(inspection, { now: NOW })];
	},
	"remember in Redis": () => {
		const commands = [];
		const redis = async (...command) => commands.push(command) && null;
		return askStore(redisNonces(redis)).then((answer) => [answer, commands]);
	},
	"remember in PostgreSQL": () => {
		const statements = [];
		const pool = { query: async (...statement) => ({ rows: statements.push(statement) && [] }) };
		return askStore(postgresNonces(pool)).then((answer) => [answer, statements]);
	},
	"remember nothing": () => askStore(new SharedNonceMemory({ remember: async () => true }), {}),
	verifyResponse: () => verifyResponse(ANSWER, { verifier, now: NOW }),
	"verify without a verifier": () => verifyResponse(ANSWER, {}),
	send: () =>
		send(
			{ payload: { title: "会员卡" }, ...REQUEST, signer },
			{
				verifier,
				clock: () => NOW,
				fetch: async () => new Response(null, { status: 500 }),
				delay: async () => {},
			},
		),
};

/** The result of a call, as text. */
async function outcome(call) {
	try {
		return show(await call());
	} catch (error) {
		const { attempts, retry, code } = error;
		return show([
			error.name,
			error.message,
			error instanceof SendError ? [attempts.length, retry, code] : [],
		]);
	}
}

function show(value) {
	const json = JSON.stringify(value, (_, inner) => (typeof inner === "function" ? "function" : inner));
	return `${json} ${Object.keys(value ?? {})}`;
}

/** For each option a valid value other than the default. */
const POLLUTION = {
	current: { code_mode: "SYSTEM_ALLOCATE" },
	locale: "en",
	imageHosts: ["img.example.com"],
	now: 5,
	profile: "merchant",
	chinaTime: true,
	messages: { too_long: "polluted", nothing_to_update: "polluted" },
	...REQUEST,
	cardId: "polluted",
	timestamp: 5,
	nonceStr: "POLLUTED",
	host: "backup",
	wechatpaySerial: "PUB_KEY_ID_666",
	scheme: "WECHATPAY2-SM2-WITH-SM3",
	signer: () => "polluted",
	initial: { title: "polluted" },
	omitBlank: true,
	target: "draft-07",
	side: "output",
	cardIds: "any",
	toleranceSeconds: 1e9,
	minNonceLength: 128,
	refuseWarnings: [],
	prefix: "polluted",
	table: "polluted",
	onFailure: () => assert.fail("polluted"),
	verifier: () => true,
	signal: AbortSignal.abort("polluted"),
	timeoutMs: 1,
	budgetMs: 1,
	attempts: 1,
	clock: () => 5,
	delay: async () => assert.fail("polluted"),
	onAttempt: () => assert.fail("polluted"),
	payload: { title: "polluted" },
};

/** Not options, though allowed among them. In every object they would make the host's fetch fail. */
const PARTS_OF_REQUESTS = ["method", "url", "body", "message"];

test("the options of the prototype of all objects count nowhere", async () => {
	const before = {};
	for (const [name, call] of Object.entries(CALLS)) {
		before[name] = await outcome(call);
	}
	for (const option of OPTION_NAMES) {
		if (PARTS_OF_REQUESTS.includes(option)) {
			continue;
		}
		const value = Object.hasOwn(POLLUTION, option) ? POLLUTION[option] : "polluted";
		for (const [name, call] of Object.entries(CALLS)) {
			Object.defineProperty(Object.prototype, option, {
				value,
				configurable: true,
				enumerable: true,
				writable: true,
			});
			const after = outcome(call);
			// Asynchronous work runs with the addition in place, too.
			const found = await after.finally(() => delete Object.prototype[option]);
			assert.equal(found, before[name], `${name}, with ${option} in Object.prototype`);
		}
	}
});

test("nor do messages by code", () => {
	const plain = validate({ title: "一二三四五六七八九十一" }, { messages: {} }).issues[0].message;
	Object.prototype.too_long = "polluted";
	try {
		assert.equal(validate({ title: "一二三四五六七八九十一" }, { messages: {} }).issues[0].message, plain);
	} finally {
		delete Object.prototype.too_long;
	}
});
