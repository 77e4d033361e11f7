/** Issues by field and in the shape of the update. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { flatten, prepare, treeify, ValidationError, validate, validateJson } from "../../pkg/dist/index.mjs";

const PAYLOAD = {
	title: 1,
	user_information_form: {
		custom_field_list: [{ type: "TEXT" }, { type: "X", name: 2 }],
		common_field_list: 3,
	},
};
const codes = (payload, view) => view(validate(payload).issues, ({ code }) => code);

test("flat: by top-level field, in the order of the issues", () => {
	assert.deepEqual(codes(PAYLOAD, flatten), {
		formErrors: [],
		fieldErrors: {
			title: ["wrong_type"],
			user_information_form: ["too_many_items", "unknown_value", "wrong_type", "wrong_type"],
		},
	});
	const { issues } = validate({ title: "一二三四五六七八九十一二" });
	assert.deepEqual(flatten(issues).fieldErrors.title, ["会员卡名称最多 10 个字，当前 12 个字"]);
	assert.deepEqual(flatten([]), { formErrors: [], fieldErrors: {} });
});

test("a tree: in the shape of the update", () => {
	assert.deepEqual(codes(PAYLOAD, treeify), {
		errors: [],
		properties: {
			title: { errors: ["wrong_type"] },
			user_information_form: {
				errors: [],
				properties: {
					custom_field_list: {
						errors: ["too_many_items"],
						items: {
							1: {
								errors: [],
								properties: { type: { errors: ["unknown_value"] }, name: { errors: ["wrong_type"] } },
							},
						},
					},
					common_field_list: { errors: ["wrong_type"] },
				},
			},
		},
	});
	assert.deepEqual(treeify([]), { errors: [] });
});

test("issues about no field are at the root", () => {
	assert.deepEqual(codes({}, flatten), { formErrors: ["nothing_to_update"], fieldErrors: {} });
	assert.deepEqual(codes({}, treeify), { errors: ["nothing_to_update"] });
	const { issues } = validate({ code_type: "QRCODE" }, { current: { title: 1 } });
	assert.deepEqual(
		issues.map(({ location }) => location),
		["current"],
	);
	assert.deepEqual(flatten(issues).fieldErrors, {});
	assert.equal(treeify(issues).errors.length, 1);
	assert.throws(
		() => prepare({ title: 1 }, { cardId: "", mchid: "x", serialNo: "x" }),
		(error) => {
			assert.ok(error instanceof ValidationError);
			const { formErrors, fieldErrors } = flatten(error.issues);
			assert.deepEqual(Object.keys(fieldErrors), ["title"]);
			return formErrors.length >= 3;
		},
	);
});

test("keys of a payload stay keys", () => {
	const json =
		'{"__proto__": {"polluted": 1}, "constructor": "😀", "date_information": {"__proto__": "😀"}, "": "😀"}';
	const { issues } = validateJson(json);
	const { fieldErrors } = flatten(issues);
	assert.equal(Object.getPrototypeOf(fieldErrors), Object.prototype);
	assert.deepEqual(Object.keys(fieldErrors), ["__proto__", "constructor", "date_information", ""]);
	assert.ok(Array.isArray(Object.getOwnPropertyDescriptor(fieldErrors, "__proto__").value));
	const { properties } = treeify(issues);
	assert.deepEqual(Object.keys(properties), ["__proto__", "constructor", "date_information", ""]);
	assert.deepEqual(Object.keys(properties.date_information.properties), ["type", "__proto__"]);
	assert.equal({}.polluted, undefined);
	assert.equal({}.errors, undefined);
	assert.equal(Object.getPrototypeOf(properties), Object.prototype);
});

test("issues from elsewhere do no harm", () => {
	const issue = (...path) => ({ path, message: "m" });
	const far = treeify([issue("a", 4_294_967_294), issue("a", -1), issue("__proto__", "polluted")]);
	assert.equal(JSON.stringify(far.properties.a).length < 100, true);
	const deep = treeify([issue(...Array(100_000).fill("a"))]);
	assert.deepEqual(Object.keys(deep), ["errors", "properties"]);
	assert.equal({}.polluted, undefined);
});
