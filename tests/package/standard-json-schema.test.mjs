/** The update as a Standard JSON Schema. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardUpdate, cardUpdateSchema, jsonSchema } from "../../pkg/dist/index.mjs";

const TARGETS = ["draft-2020-12", "draft-07", "openapi-3.0"];
const converter = (options) => cardUpdateSchema(options)["~standard"].jsonSchema;

test("both sides are described in every dialect", () => {
	for (const target of TARGETS) {
		for (const side of ["input", "output"]) {
			assert.deepEqual(cardUpdate["~standard"].jsonSchema[side]({ target }), jsonSchema({ target, side }));
		}
	}
});

test("a dialect that is not supported is refused", () => {
	for (const target of ["draft-04", "openapi-3.1", "", null]) {
		for (const side of ["input", "output"]) {
			assert.throws(() => converter()[side]({ target }), /options\.target must be/);
		}
	}
});

test("it reads the options of the schema at each call", () => {
	const options = { locale: "en", imageHosts: ["img.example.com"], omitBlank: true };
	const { input } = converter(options);
	assert.deepEqual(input({ target: "draft-07" }), jsonSchema({ target: "draft-07", ...options }));
	options.locale = "zh-CN";
	assert.equal(input({ target: "draft-07", libraryOptions: {} }).title, jsonSchema().title);
	options.imageHosts = 1;
	assert.throws(() => input({ target: "draft-07" }), /options\.imageHosts/);
});
