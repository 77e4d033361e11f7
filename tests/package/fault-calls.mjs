/** Calls of the package with checkable results, to be made when almost no stack is left. */

import assert from "node:assert/strict";
import {
	CardForm,
	explainError,
	fields,
	inspectMessage,
	jsonSchema,
	PreparedRequest,
	prepare,
	prepareGet,
	ValidationError,
	validate,
	validateJson,
	version,
} from "../../pkg/dist/index.mjs";

const signature = new Uint8Array(256).fill(1);
class Shop {
	name = "店";
}
const LONG = "会员卡".repeat(100);

/** The calls by name. `request` is the data of a prepared request. */
export function callsOf(request) {
	const { body, message, cardId, mchid, serialNo, timestamp, nonceStr } = request;
	const update = JSON.parse(body);
	const options = { cardId, mchid, serialNo, timestamp, nonceStr };
	const expected = { cardIds: [cardId], now: timestamp * 1000 };
	return {
		validate: () => assert.equal(validate(update).body, body),
		"validate, refused": () => assert.equal(validate({ title: 1, x: LONG }).valid, false),
		"validate, warned": () => assert.ok(validate({ ...update, x: LONG }).issues.length > 0),
		"validate, with options": () => {
			const imageHosts = ["images.example"];
			const given = {
				locale: "en-US",
				current: update,
				imageHosts,
				profile: "merchant",
				now: timestamp * 1000,
			};
			assert.equal(typeof validate(update, given).valid, "boolean");
		},
		"validate, of a class": () =>
			assert.ok(validate({ x: new URL("https://x.example"), y: new Date(0), z: new Shop() }).issues),
		validateJson: () => assert.equal(validateJson(body).body, body),
		"validateJson, much": () => assert.equal(validateJson("x".repeat(200_000)).valid, false),
		"validateJson, half a character": () => assert.ok(validateJson(`{"title":"${"\\"}\ud800"}`).issues),
		prepare: () => assert.equal(prepare(update, options).body, body),
		complete: () => assert.equal(PreparedRequest.from(request).complete(signature).body, body),
		"PreparedRequest.from": () => assert.equal(PreparedRequest.from(request).body, body),
		prepareGet: () => assert.equal(prepareGet(options).body, ""),
		"prepareGet, refused": () =>
			assert.throws(() => prepareGet({ ...options, cardId: "a/b" }), ValidationError),
		inspectMessage: () => assert.equal(inspectMessage(message, expected).accepted, true),
		"inspectMessage, refused": () => assert.equal(inspectMessage("\ud800", expected).accepted, false),
		explainError: () => assert.equal(explainError({ status: 500, body: "" }).status, 500),
		jsonSchema: () => assert.equal(jsonSchema().type, "object"),
		fields: () => assert.ok(fields().length > 20),
		version: () => assert.equal(version().split(".").length, 3),
		CardForm: () => {
			const form = new CardForm({ initial: { ...update, x: 5n } });
			form.enter("/title", "会");
			form.touch("/user_information_form/common_field_list");
			assert.equal(form.value().title, "会");
			form.dispose();
		},
	};
}
