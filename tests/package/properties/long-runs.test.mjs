/** Any repetition in a text within the limits is read in time in proportion to its length. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CardForm,
	compareSignInformation,
	explainError,
	inspectMessage,
	locate,
	PreparedRequest,
	prepareJson,
	validate,
	validateJson,
	verifyResponse,
} from "../../../pkg/dist/index.mjs";
import { assertUnharmed, attempt } from "./check.mjs";

const LENGTH = 256 * 1024;
/** Each call takes a few milliseconds. Quadratic time would take minutes. */
const MOST_SECONDS = 5;

const OPTIONS = { cardId: "pbLatjvWOibDc5", mchid: "1900007291", serialNo: "408B07E79B8269FEC3D5" };
const HEADERS = {
	"wechatpay-timestamp": "1554208460",
	"wechatpay-nonce": "593BEC0C930BF1AFEB40B4A08C8FB242",
	"wechatpay-serial": "408B07E79B8269FEC3D5",
	"wechatpay-signature": "AAAA",
};

const UNITS = [
	"\\",
	"\\\ud800",
	"\\\\\ud800",
	"\ud800",
	"\udc00\ud800",
	'"',
	'\\"',
	"\\u",
	"\\ud800",
	"[",
	"{",
	'{"":',
	"[]",
	"/",
	"~",
	"~1",
	"0",
	"1/",
	"-",
	".",
	"e",
	" ",
	"\n",
	"\t",
	",",
	":",
	"\u0001",
	"\u0001x",
	"&",
	"%",
	"@",
	"#",
	"会",
	"😀",
	"e\u0301",
	"\u202e",
];

const USES = {
	validateJson: validateJson,
	"validateJson, in a string": (run) => validateJson(`{"title":"${run}\ud800"}`),
	prepareJson: (run) => prepareJson(run, OPTIONS),
	"prepareJson, in a key": (run) => prepareJson(`{"${run}\ud800":1}`, OPTIONS),
	validate: (run) => validate({ title: run, [run]: run, card_picture_url: `https://${run}` }),
	"validate, as options": (run) =>
		validate({ image_url: run }, { current: { title: run }, imageHosts: [run] }),
	locate: (run) => {
		const json = `{"title":"${run}","x":${run}`;
		locate(json, validateJson(json).issues);
	},
	explainError: (run) => explainError({ status: 400, body: run }),
	"explainError, in a message": (run) =>
		explainError({ status: 400, body: JSON.stringify({ code: "PARAM_ERROR", message: run }) }),
	"explainError, in a detail": (run) => {
		const detail = { field: run, value: run, issue: run, location: "body", sign_information: {} };
		explainError({ status: 400, body: JSON.stringify({ code: "PARAM_ERROR", message: "", detail }) });
	},
	compareSignInformation: (run) =>
		compareSignInformation({ truncatedSignMessage: run, method: run, url: run }, run),
	inspectMessage: (run) => inspectMessage(run, { cardIds: "any" }),
	"inspectMessage, in a body": (run) =>
		inspectMessage(`PATCH\n/v3\n1\nnonce\n{"title":"${run}"}\n`, { cardIds: [run] }),
	verifyResponse: (run) =>
		verifyResponse({ status: 200, headers: HEADERS, body: run }, { verifier: () => true }).catch(() => {}),
	"PreparedRequest.from": (run) =>
		PreparedRequest.from({
			...{ method: run, url: run, body: run, message: run, nonceStr: run, cardId: run, mchid: run },
			...{ serialNo: run, timestamp: 1, host: "main", scheme: "WECHATPAY2-SHA256-RSA2048" },
		}),
	CardForm: (run) => {
		const form = new CardForm({ initial: { title: run } });
		for (const edit of [
			() => form.enter("title", run),
			() => form.set("title", run),
			() => form.set(`/${run}`, run),
			() => form.touch(`/x/${run}`),
		]) {
			attempt(edit);
		}
		form.value();
		form.dispose();
	},
};

for (const [name, use] of Object.entries(USES)) {
	test(`${name}: long runs take no longer than other texts`, () => {
		for (const unit of UNITS) {
			for (const length of [LENGTH - 64, LENGTH / 4]) {
				const run = unit.repeat(length / unit.length);
				const start = performance.now();
				attempt(() => use(run));
				const seconds = (performance.now() - start) / 1000;
				assert.ok(seconds < MOST_SECONDS, `${JSON.stringify(unit)}: ${seconds} s`);
			}
		}
		assertUnharmed();
	});
}

test("a megabyte of steps in an answer is no path", () => {
	const body = JSON.stringify({
		code: "PARAM_ERROR",
		message: "参数错误",
		detail: { field: "/".repeat(1_000_000), value: "", issue: "x", location: "body" },
	});
	const { fields, detail } = explainError({ status: 400, body });
	assert.deepEqual(fields, []);
	assert.deepEqual([detail.field.length, detail.pointer], [1_000_000, undefined]);
});
