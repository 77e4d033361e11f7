/** The option `api`, and the entries of each family. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as ofForms from "../../pkg/dist/card-member/form/index.mjs";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import * as ofValidation from "../../pkg/dist/card-member/validate/index.mjs";
import * as membercardOpen from "../../pkg/dist/index.mjs";

const { build } = createRequire(new URL("../../pkg/package.json", import.meta.url))("esbuild");
const dist = new URL("../../pkg/dist/", import.meta.url);
const cases = new URL("../data/cases/", import.meta.url);

const DEFAULT = "membercard-open.update";
/** The method and path of each endpoint, and who signs. */
const APIS = {
	"card-member.partner.update": ["PATCH", "/v3/brand/partner/card-member/cards/pCard", 'mchid="1900007291"'],
	"card-member.brand.update": ["PATCH", "/brand/card-member/cards/pCard", 'brand_id="1004"'],
	"card-member.partner.create": ["POST", "/v3/brand/partner/card-member/cards", 'mchid="1900007291"'],
	"card-member.brand.create": ["POST", "/brand/card-member/cards", 'brand_id="1004"'],
};
const NAMES = Object.keys(APIS);
/** The endpoints that read cards. */
const GETS = ["card-member.partner.get", "card-member.brand.get"];

const REQUEST = {
	cardId: "pCard",
	mchid: "1900007291",
	brandId: "1004",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
	wechatpaySerial: "PUB_KEY_ID_0119000072912024111200389300001234",
};
const NOW = REQUEST.timestamp * 1000;
const SIGNATURE = new Uint8Array(256).fill(1);

/** A valid payload for each endpoint. */
const PAYLOADS = Object.fromEntries(
	NAMES.map((api) => {
		const rows = ["kinds", "examples", "update"].flatMap((name) =>
			JSON.parse(readFileSync(new URL(`card_member/${name}.json`, cases), "utf8")),
		);
		const isPlain = ({ endpoint, valid, payload, options = {} }) =>
			endpoint === api && valid && payload !== undefined && options.current === undefined;
		return [api, rows.find(isPlain).payload];
	}),
);

/** Every function that takes the name of an endpoint. */
const CALLS = {
	validate: ({ validate }, api) => validate({}, { api }),
	validateJson: ({ validateJson }, api) => validateJson("{}", { api }),
	cardUpdateSchema: ({ cardUpdateSchema }, api) => cardUpdateSchema({ api })["~standard"].validate({}),
	"its JSON Schema": ({ cardUpdateSchema }, api) =>
		cardUpdateSchema({ api })["~standard"].jsonSchema.input({ target: "draft-07" }),
	CardForm: ({ CardForm }, api) => new CardForm({ api }),
	fields: ({ fields }, api) => fields({ api }),
	prepare: ({ prepare }, api) => prepare({}, { ...REQUEST, api }),
	prepareJson: ({ prepareJson }, api) => prepareJson("{}", { ...REQUEST, api }),
	sign: ({ sign }, api) => sign({}, { ...REQUEST, api, signer: () => SIGNATURE }),
	"PreparedRequest.from": ({ PreparedRequest }, api) => PreparedRequest.from({}, { api }),
	inspectMessage: ({ inspectMessage }, api) => inspectMessage("", { api, cardIds: "any" }),
	prepareGet: ({ prepareGet }, api) => prepareGet({ ...REQUEST, api }),
	"fetchCard, of what is to be signed": ({ fetchCard }, api) => {
		const { timestamp, nonceStr, ...options } = REQUEST;
		return fetchCard({ ...options, api, signer: () => SIGNATURE }, { verifier: () => true });
	},
	"fetchCard, of what is signed": ({ fetchCard }, api) =>
		fetchCard({ headers: {} }, { api, verifier: () => true }),
	updateCard: ({ updateCard }, api) => {
		const { timestamp, nonceStr, ...options } = REQUEST;
		return updateCard({ ...options, api, payload: {}, signer: () => SIGNATURE }, { verifier: () => true });
	},
	explainError: ({ explainError }, api) => explainError({ status: 500, body: "" }, { api }),
	verifyResponse: ({ verifyResponse }, api) =>
		verifyResponse({ status: 204, headers: {}, body: "" }, { api, verifier: () => true }),
	jsonSchema: ({ jsonSchema }, api) => jsonSchema({ api }),
	"send, of what is to be signed": ({ send }, api) => {
		const { timestamp, nonceStr, ...options } = REQUEST;
		return send({ ...options, api, payload: {}, signer: () => SIGNATURE }, { verifier: () => true });
	},
	"send, of what is signed": ({ send }, api) => send({}, { api, verifier: () => true }),
};

for (const [name, call] of Object.entries(CALLS)) {
	test(`${name}: an endpoint that there is not is named, and where it is`, async () => {
		for (const [entry, api, message] of [
			[cardMember, undefined, /options\.api is missing: it must be .*"card-member\.partner\.update"/],
			[cardMember, "card-member.parter.update", /did you mean "card-member\.partner\.update"\?/],
			[cardMember, DEFAULT, /not an endpoint of this entry: import from "wechatpay-membercard"$/],
			[membercardOpen, NAMES[0], /of this entry: import from "wechatpay-membercard\/card-member"$/],
			[membercardOpen, "membercard_open.updat", /did you mean "membercard-open\.update"\?/],
			[
				membercardOpen,
				"coupon",
				/must be "membercard-open\.update" or "membercard-open\.create", not "coupon"/,
			],
			[membercardOpen, null, /must be "membercard-open\.update" or "membercard-open\.create", not null/],
			[membercardOpen, 1, /must be "membercard-open\.update" or "membercard-open\.create", not 1/],
		]) {
			await assert.rejects(async () => call(entry, api), { name: "TypeError", message });
		}
	});
}

test("every entry of a family has the same exports, but for cardUpdate, which names no endpoint, and what moves cards", () => {
	const own = (one, other) => Object.keys(one).filter((name) => !(name in other));
	assert.deepEqual(own(membercardOpen, cardMember), ["cardUpdate"]);
	assert.deepEqual(own(cardMember, membercardOpen), ["MigrationError", "migrate"]);
	for (const entry of [ofForms, ofValidation]) {
		assert.equal(entry.validate({ card_title: "卡", brand_id: "1004" }, { api: NAMES[0] }).valid, true);
	}
});

test("today's endpoint may be named", () => {
	const payload = { title: "会员卡" };
	assert.deepEqual(membercardOpen.validate(payload, { api: DEFAULT }), membercardOpen.validate(payload));
	assert.deepEqual(membercardOpen.fields({ api: DEFAULT, locale: "en" }), membercardOpen.fields("en"));
});

test("a second endpoint of today's family is named, and changes nothing of the first", async () => {
	const { CardForm, fetchCard, fields, inspectMessage, jsonSchema, prepare, send, validate } = membercardOpen;
	const api = "membercard-open.create";
	const example = new URL("../data/card_member/membercard-open-post-request.json", import.meta.url);
	const payload = JSON.parse(readFileSync(example, "utf8"));
	assert.deepEqual(validate({}).issues[0].code, "nothing_to_update");
	assert.equal(validate({}, { api }).issues.filter(({ code }) => code === "missing").length, 10);
	const request = prepare(payload, { ...REQUEST, api, now: NOW });
	const path = "/v3/marketing/membercard-open/cards";
	assert.deepEqual([request.method, new URL(request.url).pathname], ["POST", path]);
	const inspected = (asked) =>
		inspectMessage(request.message, { ...asked, cardIds: "any", now: NOW }).accepted;
	assert.deepEqual(
		[inspected({ api }), inspected({}), inspected({ api: "membercard-open.get" })],
		[true, false, false],
	);
	const update = prepare({ title: "会员卡" }, { ...REQUEST, now: NOW });
	assert.equal(inspectMessage(update.message, { api, cardIds: "any", now: NOW }).accepted, false);
	const pointers = (about) => fields(about).map(({ pointer }) => pointer);
	const added = pointers({ api }).filter((pointer) => !pointers("en").includes(pointer));
	assert.deepEqual(added.sort(), ["/brand", "/brand/brand_id", "/brand/display_name", "/out_request_no"]);
	assert.ok(jsonSchema({ api }).required.includes("brand"));
	assert.equal(jsonSchema().properties.brand, undefined);
	const updating = new CardForm();
	assert.throws(() => updating.set("/brand", {}), { code: "unknown_field" });
	updating.dispose();
	const creating = new CardForm({ api });
	creating.set("", payload);
	assert.equal(creating.set("/brand/brand_id", 1004).appeared[0].code, "wrong_type");
	creating.dispose();
	const signed = {
		"wechatpay-timestamp": String(REQUEST.timestamp),
		"wechatpay-nonce": REQUEST.nonceStr,
		"wechatpay-serial": REQUEST.wechatpaySerial,
		"wechatpay-signature": Buffer.from(SIGNATURE).toString("base64"),
	};
	const answering = {
		verifier: () => true,
		clock: () => NOW,
		fetch: async () => new Response('{"card_id":"pCard","title":"会员卡"}', { status: 200, headers: signed }),
	};
	const { timestamp, nonceStr, ...options } = REQUEST;
	const toSign = { ...options, signer: () => SIGNATURE, now: NOW };
	assert.equal((await send({ ...toSign, api, payload }, answering)).card_id, "pCard");
	assert.equal((await fetchCard({ ...toSign, api }, answering)).title, "会员卡");
});

for (const [api, [method, path, identity]] of Object.entries(APIS)) {
	test(`${api}: prepared, carried, signed, inspected`, () => {
		const { prepare, prepareJson, PreparedRequest, inspectMessage } = cardMember;
		const options = { ...REQUEST, api, now: NOW };
		const request = prepare(PAYLOADS[api], options);
		assert.deepEqual([request.method, new URL(request.url).pathname], [method, path]);
		assert.equal(prepareJson(JSON.stringify(PAYLOADS[api]), options).message, request.message);
		const carried = PreparedRequest.from(JSON.parse(JSON.stringify(request)), { api, now: NOW });
		const signed = carried.complete(SIGNATURE);
		assert.deepEqual(signed, request.complete(SIGNATURE));
		assert.deepEqual([signed.method, signed.body], [method, request.body]);
		assert.ok(signed.headers.Authorization.split(/[ ,]/).includes(identity));
		for (const other of [...NAMES, ...GETS]) {
			const { accepted } = inspectMessage(request.message, { api: other, cardIds: ["pCard"], now: NOW });
			assert.equal(accepted, other === api, other);
		}
		const others = NAMES.filter((other) => other !== api);
		for (const other of others) {
			assert.throws(() => PreparedRequest.from(request.toJSON(), { api: other, now: NOW }), Error, other);
		}
	});

	test(`${api}: a form knows its fields, and sends to it`, () => {
		const { CardForm, fields, jsonSchema } = cardMember;
		const form = new CardForm({ api, initial: PAYLOADS[api], locale: "en", now: NOW });
		assert.equal(form.validate().valid, true);
		assert.equal(form.set("card_title", "一二三四五六七八九十一二").appeared[0].code, "too_long");
		form.set("card_title", "会员卡");
		const request = form.prepare({ ...REQUEST, api });
		assert.equal(new URL(request.url).pathname, path);
		assert.equal(request.complete(SIGNATURE).method, method);
		form.dispose();
		const described = fields({ api, locale: "en" }).map(({ pointer }) => pointer);
		assert.ok(described.includes("/card_title"));
		const isCreation = api.endsWith(".create");
		assert.equal(described.includes("/out_request_no"), isCreation);
		const { required = [], additionalProperties } = jsonSchema({ api });
		assert.deepEqual([required.includes("out_request_no"), additionalProperties], [isCreation, false]);
	});
}

test("a response is verified by its endpoint", async () => {
	const { explainError, verifyResponse } = cardMember;
	const headers = {
		"wechatpay-timestamp": String(REQUEST.timestamp),
		"wechatpay-nonce": REQUEST.nonceStr,
		"wechatpay-serial": REQUEST.wechatpaySerial,
		"wechatpay-signature": Buffer.from(SIGNATURE).toString("base64"),
	};
	const verifier = () => true;
	const answer = { status: 200, headers, body: '{"card_id":"pCard"}' };
	await verifyResponse(answer, { api: NAMES[0], now: NOW, verifier });
	await assert.rejects(membercardOpen.verifyResponse(answer, { now: NOW, verifier }), {
		code: "unexpected_body",
	});
	const refused = { status: 400, body: '{"code":"PARAM_ERROR","message":"card_title不合法"}' };
	assert.equal(explainError(refused, { api: NAMES[0], locale: "en" }).code, "PARAM_ERROR");
});

test("a signed request is sent to its endpoint alone", async () => {
	const { prepare, send } = cardMember;
	const [update, , create] = NAMES;
	const sent = [];
	const options = {
		verifier: () => true,
		clock: () => NOW,
		async fetch(url, { method }) {
			sent.push([method, new URL(url).pathname]);
			return new Response('{"card_id":"pCard"}', {
				status: 200,
				headers: {
					"wechatpay-timestamp": String(REQUEST.timestamp),
					"wechatpay-nonce": REQUEST.nonceStr,
					"wechatpay-serial": REQUEST.wechatpaySerial,
					"wechatpay-signature": Buffer.from(SIGNATURE).toString("base64"),
				},
			});
		},
	};
	const signed = prepare(PAYLOADS[update], { ...REQUEST, api: update, now: NOW }).complete(SIGNATURE);
	await send(signed, { ...options, api: update });
	for (const api of NAMES.filter((name) => name !== update)) {
		await assert.rejects(send(signed, { ...options, api }), TypeError, api);
	}
	const { timestamp, nonceStr, ...request } = REQUEST;
	const toSign = { ...request, api: create, payload: PAYLOADS[create], now: NOW, signer: () => SIGNATURE };
	await send(toSign, options);
	assert.deepEqual(sent, [APIS[update].slice(0, 2), APIS[create].slice(0, 2)]);
});

test("the module of another family is refused", async () => {
	for (const [folder, other] of [
		["", "card-member/"],
		["card-member/", ""],
		["card-member/form/", "form/"],
		["validate/", "card-member/validate/"],
	]) {
		const page = await import(new URL(`${folder}browser.mjs?apis`, dist));
		const wasm = readFileSync(new URL(`${other}membercard.wasm`, dist));
		await assert.rejects(page.init(wasm), /this is the module of another entry or version of the package/);
	}
});

/**
 * Labels and values that only the texts of one family contain. (Names of fields occur in the other family, too, to
 * recognize wrong payloads.)
 */
const OWN = {
	"": ["商户补充声明"],
	"card-member/": ["会员码跳转信息", "JUMP_MINI_PROGRAM"],
};

for (const folder of Object.keys(OWN)) {
	for (const entry of ["", "form/", "validate/"]) {
		const name = `wechatpay-membercard/${folder}${entry}`.slice(0, -1);
		test(`a bundle of ${name} holds nothing of the other family`, async () => {
			const wasm = readFileSync(new URL(`${folder}${entry}membercard.wasm`, dist));
			const { files, text } = await bundled(name);
			assert.deepEqual(files, [`${folder}${entry}inline.mjs`]);
			for (const [owner, words] of Object.entries(OWN)) {
				for (const word of words) {
					assert.equal(wasm.includes(word), owner === folder, word);
					assert.equal(text.includes(word), false, word);
				}
			}
		});
	}
}

/** Bundles a page that validates. Returns its text, and which files of the package it contains. */
async function bundled(name) {
	const { outputFiles, metafile } = await build({
		stdin: {
			contents: `import { validate } from "${name}"; console.log(validate);`,
			resolveDir: fileURLToPath(new URL("../../", import.meta.url)),
		},
		bundle: true,
		format: "esm",
		conditions: ["module"],
		metafile: true,
		write: false,
		logLevel: "error",
	});
	const files = Object.keys(metafile.inputs).filter((file) => file !== "<stdin>");
	return { text: outputFiles[0].text, files: files.map((file) => file.replace(/^.*\/dist\//, "")) };
}
