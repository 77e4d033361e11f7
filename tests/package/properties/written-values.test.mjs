/** A value gets the same result as its JSON text, and as a form that starts with it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CardForm } from "../../../pkg/build/form/card-form.js";
import { FormError } from "../../../pkg/build/form/form-error.js";
import { MAX_BYTES } from "../../../pkg/build/generated/records.js";
import { initSync } from "../../../pkg/build/hosts/init.js";
import { coreOptions } from "../../../pkg/build/validate/core-options.js";
import { validateText } from "../../../pkg/build/validate/validate-text.js";
import { validateValue } from "../../../pkg/build/validate/validate-value.js";
import { hostile, json, options, text, update } from "./arbitraries.mjs";
import { fc } from "./check.mjs";

initSync(readFileSync(new URL("../../../pkg/dist/membercard.wasm", import.meta.url)));
const NOW = 1_795_900_000_000;

/** Issues of the whole input that differ between values and texts. */
const OF_THE_WHOLE = ["json_too_deep", "json_too_large"];

/** All parts of a validation. */
function partsOf({ valid, value, body, issues }) {
	const ofTheWhole = issues.find(({ code }) => OF_THE_WHOLE.includes(code));
	return JSON.stringify(ofTheWhole?.code ?? { valid, value, body, issues: issues.map(comparable) });
}

/** An issue without hints to functions for JSON text. */
function comparable(issue) {
	const { message, params, ...others } = issue;
	return issue.code === "json_in_text" ? { ...others, ...params, functions: undefined } : issue;
}

/** For values that JSON can represent. Lazy parts are read twice. */
function assertAlike(make, given = {}) {
	const read = coreOptions({ now: NOW, ...given });
	const asText = validateText(new TextEncoder().encode(JSON.stringify(make())), read);
	const asWords = validateValue(make(), read);
	assert.equal(partsOf(asWords), partsOf(asText));
	assert.equal(partsOf(asWords), partsOf(asText));
	return asText;
}

/**
 * For any value, created again for each use, since reading it may have effects. A form can start with anything but
 * `undefined`.
 */
function assertFormAgrees(make) {
	fc.pre(make() !== undefined);
	const { issues } = validateValue(make(), coreOptions({ now: NOW }));
	let form;
	try {
		form = new CardForm({ initial: make(), now: NOW });
	} catch (error) {
		assert.ok(error instanceof FormError, String(error));
		assert.equal(issues.length, 1);
		return;
	}
	// A form converts dates to text at once.
	const found = issues.filter(({ code }) => code !== "date_read");
	assert.deepEqual(form.issues().map(comparable), found.map(comparable));
	form.dispose();
}

test("updates near the schema", () => {
	const seen = new Set();
	fc.assert(
		fc.property(update, options, (made, given) => {
			seen.add(assertAlike(() => structuredClone(made), given).valid);
		}),
		{ numRuns: 2000 },
	);
	assert.deepEqual([...seen].sort(), [false, true]);
});

test("any value of JSON", () => {
	fc.assert(
		fc.property(json, options, (made, given) => {
			assertAlike(() => made, given);
		}),
		{ numRuns: 2000 },
	);
});

test("hostile graphs of objects", () => {
	fc.assert(
		fc.property(hostile, (make) => {
			assertFormAgrees(make);
		}),
		{ numRuns: 1000 },
	);
});

test("texts of any characters, as values and as keys", () => {
	const units = fc.string({
		unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
		maxLength: 40,
	});
	fc.assert(
		fc.property(fc.array(fc.oneof(units, text), { maxLength: 6 }), (texts) => {
			const [title = "", ...others] = texts;
			assertAlike(() => ({ title, ...Object.fromEntries(others.map((other) => [other, other])) }));
		}),
		{ numRuns: 2000 },
	);
});

test("long texts, with one character of any kind among Chinese ones", () => {
	const character = fc.oneof(
		fc.constantFrom(
			"",
			" ",
			"\n",
			"\u200b",
			"\u3000",
			"\ud83c",
			"🎉",
			"。",
			"～",
			"\u007f",
			"é",
			"{",
			"\u0001",
		),
		fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
	);
	const length = fc.oneof(fc.integer({ min: 50, max: 80 }), fc.integer({ min: 490, max: 520 }));
	const field = fc.constantFrom("description", "title", "logo_url", "init_level", "service_phone", "other");
	fc.assert(
		fc.property(character, length, fc.nat(), field, (strange, length, place, name) => {
			const units = Array.from("会员权益及服务说明".repeat(60).slice(0, length));
			units.splice(place % (length + 1), 0, strange);
			assertAlike(() => ({
				[name]: units.join(""),
				user_information_form: { common_field_list: [units.join("")] },
			}));
		}),
		{ numRuns: 2000 },
	);
});

test("surrogates that meet only where two texts meet stay alone", () => {
	for (const texts of [
		["\ud83c", "\udf89"],
		["会\ud83c", "\udf89员"],
		["\ud83c\udf89", "\udf89"],
		[`${"a".repeat(40)}\ud83c`, `\udf89${"b".repeat(40)}`],
	]) {
		assertAlike(() => ({ description: texts[0], title: texts[1] }));
		assertAlike(() => ({ [texts[0]]: texts[1] }));
		assertAlike(() => ({ user_information_form: { common_field_list: texts } }));
	}
});

test("the limits are the same to the byte", () => {
	const sizes = [-2, -1, 0, 1, 2].map((more) => MAX_BYTES - 20 + more);
	for (const length of sizes.flatMap((size) => Array.from({ length: 12 }, (_, less) => size - less))) {
		assertAlike(() => ({ title: "a".repeat(length) }));
		assertAlike(() => ({ other: "a".repeat(length) }));
	}
	for (const [unit, bytes] of [
		["卡", 3],
		["\n", 2],
		["\u0001", 6],
		["é", 2],
		["\ud800", 6],
	]) {
		for (let less = 0; less < 8; less++) {
			assertAlike(() => [unit.repeat(Math.floor(MAX_BYTES / bytes) - less)]);
		}
	}
	for (const [item, bytes] of [
		[1, 2],
		[[], 3],
		[false, 6],
		[null, 5],
	]) {
		for (let more = -2; more <= 2; more++) {
			assertAlike(() => new Array(Math.floor(MAX_BYTES / bytes) + more).fill(item));
		}
	}
	for (let length = 1000; length < 1040; length++) {
		assertAlike(() => ({ [`k${"x".repeat(length)}`]: { user_information_form: { a: 1 } } }));
		assertAlike(() => ({ date_information: { ["x".repeat(length)]: { b: 1 } } }));
	}
	const nested = (depth, around) => {
		let value = 0;
		for (let level = 0; level < depth; level++) {
			value = around(value);
		}
		return value;
	};
	for (const around of [(value) => [value], (title) => ({ title })]) {
		for (const depth of [62, 63, 64, 65, 66]) {
			assertAlike(() => nested(depth, around));
		}
		// `JSON.stringify` has no stack for it.
		const { issues } = validateValue(nested(5000, around), coreOptions({ now: NOW }));
		assert.ok(issues.some(({ code }) => code === "json_too_deep"));
	}
});

test("a body is that of the value as it was", () => {
	const payload = { title: "会员卡", description: "权".repeat(100), date_information: { type: "PERMANENT" } };
	const expected = JSON.stringify(payload);
	const read = coreOptions({ now: NOW });
	const found = validateValue(payload, read);
	const others = Array.from({ length: 200 }, (_, index) => {
		const title = `第${index}张卡`;
		return { title, found: validateValue({ title, description: "益".repeat(120) }, read) };
	});
	payload.title = "另一个";
	payload.date_information.type = "NONE";
	assert.equal(found.body, expected);
	for (const { title, found } of others) {
		assert.equal(found.value.title, title);
		assert.ok(found.body.endsWith(`${"益".repeat(120)}"}`));
	}
});

test("a getter may validate something else meanwhile", () => {
	const read = coreOptions({ now: NOW });
	const inner = [];
	const make = () => ({
		title: "会员卡",
		get description() {
			inner.push(validateValue({ title: "里面的卡", description: "里".repeat(150) }, read));
			return "外".repeat(150);
		},
		init_level: "白银会员",
	});
	const found = validateValue(make(), read);
	assert.equal(found.body, JSON.stringify(make()));
	for (const { body } of inner) {
		assert.equal(body, JSON.stringify({ title: "里面的卡", description: "里".repeat(150) }));
	}
});
