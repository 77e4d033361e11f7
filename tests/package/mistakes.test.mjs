/** Common mistakes, and the package's message for each: the cause, and what to change. */

import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign as signWith } from "node:crypto";
import { test } from "node:test";
import {
	bindForm,
	CardForm,
	curlCommand,
	flatten,
	inspectMessage,
	locate,
	NonceMemory,
	prepare,
	sign,
	treeify,
	validate,
	verifyResponse,
} from "../../pkg/dist/index.mjs";

const en = { locale: "en", now: 1_700_000_000_000 };
const REQUEST = {
	cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	...en,
};
const PAYLOAD = { title: "会员卡" };
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const EC = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const PEM = RSA.export({ type: "pkcs8", format: "pem" });
const SIGNATURE = signWith("sha256", "message", RSA).toString("base64");
const hours = (end) => ({
	date_information: {
		type: "FIX_TIME_RANGE",
		available_begin_time: "2020-01-01T00:00:00Z",
		available_end_time: end,
	},
});
const wrongSignature = (signature) => sign(PAYLOAD, { ...REQUEST, signer: () => signature });
/** A time object like those of dayjs and moment. */
const dayjs = Object.create({ toISOString: () => "2033-05-18T03:33:20.000Z", toJSON: () => "" });

const LIST = "/user_information_form/common_field_list";

/** Number, mistake and expected message: for a validation, that of the first issue. */
const MISTAKES = [
	[
		2,
		"JSON text for validate",
		() => validate('{"title":"会员卡"}', en),
		/JSON text.*parse it.*validateJson/,
	],
	[
		3,
		"no payload",
		() => validate(undefined, en),
		"The payload is undefined, which JSON cannot express: use a value of type object",
	],
	[
		4,
		"a Date for a time",
		() => validate(hours(new Date(2e12)), en),
		"Validity › End is a date object and was written as 2033-05-18T11:33:20.000+08:00",
	],
	[
		4,
		"a dayjs object for a time",
		() => validate(hours(dayjs), en),
		"Validity › End is a date object and was written as 2033-05-18T11:33:20.000+08:00",
	],
	[
		4,
		"an invalid Date",
		() => validate(hours(new Date("soon")), en),
		"Validity › End is an invalid date object: check how it was made",
	],
	[
		4,
		"a Date for a text",
		() => validate({ title: new Date(0) }, en),
		"Card name is a date object, but this field is not a time: write it as text, such as 1970-01-01T08:00:00.000+08:00",
	],
	[
		5,
		"seconds for a time",
		() => validate(hours(1_795_900_000), en),
		'Validity › End must be of type string, not number: write "2026-11-29T05:06:40+08:00"',
	],
	[
		6,
		"a time without its T and zone",
		() => validate(hours("2026-12-01 10:00:00"), en),
		/must look like 2020-05-20T13:29:35.120\+08:00/,
	],
	[
		7,
		"a number in quotes",
		() => validate({ total_quantity: "30" }, en),
		"Stock must be of type integer, not string: write 30",
	],
	[
		10,
		"mchid as a number",
		() => prepare(PAYLOAD, { ...REQUEST, mchid: 1900000109 }),
		"options.mchid must be a string, not 1900000109",
	],
	[
		11,
		"card_id for cardId",
		() => prepare(PAYLOAD, { ...REQUEST, cardId: undefined, card_id: "p" }),
		"options.card_id is not an option of wechatpay-membercard: did you mean cardId?",
	],
	[
		12,
		"the browser's language",
		() => validate({}, { ...en, locale: "en-US" }),
		"There is nothing to update",
	],
	[12, "the browser's language", () => validate({}, { ...en, locale: "zh-Hans-CN" }), "没有要修改的字段"],
	[
		12,
		"a language without messages",
		() => validate({}, { ...en, locale: "fr" }),
		"There is nothing to update",
	],
	[
		13,
		"a misspelt option",
		() => validate({}, { local: "en" }),
		"options.local is not an option of wechatpay-membercard: did you mean locale?",
	],
	[
		14,
		"timestamp in milliseconds",
		() => prepare(PAYLOAD, { ...REQUEST, timestamp: 1_795_900_000_000 }),
		/in seconds.*divide milliseconds by 1000/,
	],
	[
		15,
		"now in seconds",
		() => validate({}, { now: 1_795_900_000 }),
		"options.now must be a Unix time in milliseconds, not 1795900000 (multiply seconds by 1000)",
	],
	[
		15,
		"now as a Date",
		() => validate({}, { now: new Date() }),
		"options.now must be a number of milliseconds since the epoch, not a Date",
	],
	[
		18,
		"hexadecimal",
		() => wrongSignature(Buffer.from(SIGNATURE, "base64").toString("hex")),
		/looks like hexadecimal: encode its bytes as base64/,
	],
	[
		19,
		"base64url",
		() => wrongSignature(`${SIGNATURE.slice(0, 40)}-_${SIGNATURE.slice(42)}`),
		/base64url: use the standard alphabet/,
	],
	[
		20,
		"the key for a signature",
		() => wrongSignature(PEM),
		/is a PEM text .*: pass the signature that the key makes/,
	],
	[
		20,
		"the header for a signature",
		() => wrongSignature(`WECHATPAY2-SHA256-RSA2048 mchid="1",signature="${SIGNATURE}"`),
		/is a whole Authorization header: pass only the signature in it/,
	],
	[
		21,
		"a line break at the end",
		() => wrongSignature(`${SIGNATURE}\n`),
		/line break at byte 344: pass base64 in one line, without blanks around it/,
	],
	[
		22,
		"a signer without return",
		() => wrongSignature(undefined),
		"the signature must be a base64 string, a Uint8Array or an ArrayBuffer, not of type undefined: is the signer's return missing?",
	],
	[
		22,
		"an object around the signature",
		() => wrongSignature({ signature: SIGNATURE }),
		/not of type Object: pass its signature/,
	],
	[22, "a number", () => wrongSignature(7), /not of type number/],
	[
		22,
		"a promise for complete",
		() => prepare(PAYLOAD, REQUEST).complete(Promise.resolve(SIGNATURE), { locale: "en" }),
		/not of type Promise: await it/,
	],
	[
		23,
		"a key of an elliptic curve",
		() => wrongSignature(derOf(71)),
		/this one has 71: an elliptic-curve key \(ECDSA in DER\).*merchant's RSA key/,
	],
	[
		23,
		"a digest",
		() => wrongSignature(createHash("sha256").update("message").digest()),
		/this one has 32: a digest .* sign the message itself/,
	],
	[
		24,
		"a key for the signer",
		() => sign(PAYLOAD, { ...REQUEST, signer: PEM }),
		"options.signer must be a function, not a PEM text (a key or a certificate)",
	],
	[
		24,
		"a key object for the signer",
		() => sign(PAYLOAD, { ...REQUEST, signer: RSA }),
		"options.signer must be a function, not a PrivateKeyObject",
	],
	[
		24,
		"no signer",
		() => sign(PAYLOAD, REQUEST),
		"options.signer is missing: give a function that signs a message and returns the signature",
	],
	[
		28,
		"no verifier",
		() => verifyResponse({}, {}),
		"options.verifier is missing: give a function that checks a signature with WeChat Pay's public key and returns true or false",
	],
	[
		34,
		"a path with dots",
		() => new CardForm({ locale: "en" }).field("date_information.type"),
		'"/date_information.type" is not a field of this API: did you mean "/date_information/type"?',
	],
	[
		34,
		"a nested field at the top",
		() => new CardForm({ locale: "en" }).enter("balance_path", "a"),
		'"/balance_path" is not a field of this API: did you mean "/balance_information/balance_path"?',
	],
	[
		34,
		"a misspelt path",
		() => new CardForm({ locale: "en" }).set("/date_information/begin_time", ""),
		'"/date_information/begin_time" is not a field of this API: did you mean "/date_information/available_begin_time"?',
	],
	[35, "a form after its end", () => ended(new CardForm()).set("title", "a"), /CardForm was disposed of/],
	[35, "a form after its end", () => ended(new CardForm()).issues(), /CardForm was disposed of/],
	[
		35,
		"a memory after its end",
		() => ended(new NonceMemory(1)).remember(accepted()),
		/NonceMemory was disposed of/,
	],
	[35, "a form that ends twice", () => ended(ended(new CardForm())), "nothing"],
	[35, "a memory that ends twice", () => ended(ended(new NonceMemory(1))), "nothing"],
	[
		36,
		"no form",
		() => bindForm(null, new CardForm()),
		"bindForm takes a form element, not null: is the form in the page yet, and is its selector right?",
	],
	[
		36,
		"no session",
		() => bindForm({ nodeName: "FORM" }),
		"bindForm takes the CardForm to bind the form to, not undefined",
	],
	[
		37,
		"a div for the form",
		() => bindForm({ nodeName: "DIV" }, new CardForm()),
		"bindForm takes a form element, not <div>: give the <form> around the controls",
	],
	[
		37,
		"a selector for the form",
		() => bindForm("#card", new CardForm()),
		/takes a form element, not a string/,
	],
	[
		39,
		"a validation for its issues",
		() => flatten(validate({ title: 1 }, en)).fieldErrors.title[0],
		'Card name must be of type string, not number: write "1"',
	],
	[
		39,
		"a validation for its issues",
		() => treeify(validate({ title: 1 }, en)).properties.title.errors[0],
		'Card name must be of type string, not number: write "1"',
	],
	[
		39,
		"nothing for issues",
		() => flatten(undefined),
		"flatten takes issues, or a validation that has them, not undefined",
	],
	[
		39,
		"one issue for issues",
		() => treeify(validate({}).issues[0]),
		"treeify takes issues, or a validation that has them, not an object",
	],
	[
		39,
		"nothing for issues",
		() => locate("{}", null),
		"locate takes issues, or a validation that has them, not null",
	],
	[
		"",
		"a request that is not signed",
		() => curlCommand(prepare(PAYLOAD, REQUEST)),
		/^curlCommand takes a signed request, as complete returns it, not /,
	],
	[
		"",
		"a host with its scheme",
		() => validate({}, { imageHosts: ["https://cdn.example.com"] }),
		/not "https:\/\/cdn.example.com": write "cdn.example.com"/,
	],
	[
		"",
		"a class with toJSON",
		() => validate({ logo_url: new URL("https://wxpaylogo.qpic.cn/0") }, en),
		"Logo is a URL object, whose toJSON method is not called: pass the result of toJSON()",
	],
	[
		"",
		"a text for an index",
		() => new CardForm().insert(LIST, "0", "USER_FORM_FLAG_SEX"),
		'the index of an item is a whole number from 0 on, not "0"',
	],
	[
		"",
		"an index from the end",
		() => new CardForm().move(LIST, 0, -1),
		"the index of an item is a whole number from 0 on, not -1",
	],
	[
		"",
		"no listener",
		() => new CardForm().subscribe(undefined),
		"subscribe takes a function to call after every edit, not undefined",
	],
];

for (const [row, mistake, make, expected] of MISTAKES) {
	test(`${row} ${mistake}`.trim(), async () => {
		const said = await what(make);
		if (typeof expected === "string") {
			assert.equal(said, expected);
		} else {
			assert.match(said, expected);
		}
		assert.ok(!said.includes("MII"), "no part of a key");
	});
}

test("inputs that look like mistakes but are none", async () => {
	const { signature } = { signature: signWith("sha256", "message", RSA) };
	const bytes = signature.buffer.slice(signature.byteOffset, signature.byteOffset + signature.byteLength);
	const { Authorization } = (await sign(PAYLOAD, { ...REQUEST, signer: async () => bytes })).headers;
	assert.ok(Authorization.includes(`signature="${signature.toString("base64")}"`));
	assert.equal(validate(PAYLOAD, { ...en, current: null }).issues.length, 0);
	assert.equal(new CardForm({ ...en, current: null }).patch().title, undefined);
	assert.equal(
		inspectMessage(prepare(PAYLOAD, REQUEST).message, { cardIds: "any", current: null, now: Date.now() })
			.accepted,
		true,
	);
});

/** The message: of the thrown error, of the first issue, or the returned text. */
async function what(make) {
	try {
		const made = await make();
		return typeof made === "string" ? made : (made?.issues?.[0]?.message ?? "nothing");
	} catch (error) {
		assert.match(error.name, /^(TypeError|FormError|SigningError|ValidationError|Error)$/);
		return error.message;
	}
}

/** A signature of this length. The length varies. */
function derOf(length) {
	for (;;) {
		const signature = signWith("sha256", "message", EC);
		if (signature.length === length) {
			return signature;
		}
	}
}

function ended(disposable) {
	disposable.dispose();
	return disposable;
}

function accepted() {
	return inspectMessage(prepare(PAYLOAD, REQUEST).message, { cardIds: "any", now: Date.now() });
}
