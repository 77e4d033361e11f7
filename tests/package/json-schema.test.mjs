/** The JSON Schema in ajv, compared with the validator. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { jsonSchema, validate } from "../../pkg/dist/index.mjs";
import { Ajv2020 } from "../../pkg/node_modules/ajv/dist/2020.js";
import { Ajv } from "../../pkg/node_modules/ajv/dist/ajv.js";
import { expand } from "../data/cases/expand.mjs";

const NOW = 1_700_000_000_000;
/** Patterns mean the same with the flag `u` and without it. */
const DIALECTS = [
	["draft-2020-12", Ajv2020, true],
	["draft-2020-12", Ajv2020, false],
	["draft-07", Ajv, true],
	["openapi-3.0", Ajv, false], // ajv knows `nullable`.
];
/** Errors that a schema cannot detect, besides those against the card's state. Each has a `$comment`. */
const UNREAD = ["json_path_too_long", "json_too_deep", "json_too_large"];
const UNSTATED = ["ambiguous_key", "date_range_reversed", "date_time_nonexistent", ...UNREAD];
const UNSTATED_IN_OPENAPI = [
	"forbidden_key",
	"no_known_field",
	"unsupported_character",
	"unpaired_surrogate",
	"unsupported_value",
];

/** Compiles a schema in ajv's strictest mode. Warnings are failures. */
function compile(Dialect, schema, unicodeRegExp = true) {
	const fail = (...words) => assert.fail(words.join(" "));
	const ajv = new Dialect({ strict: true, unicodeRegExp, logger: { log: fail, warn: fail, error: fail } });
	ajv.addVocabulary(["example", "x-comment"]);
	assert.ok(ajv.validateSchema(schema), ajv.errorsText());
	return ajv.compile(schema);
}

/** The cases that have a value, with their options. */
function* values() {
	const directory = new URL("../data/cases/", import.meta.url);
	for (const file of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
		for (const row of JSON.parse(readFileSync(new URL(file, directory), "utf8"))) {
			const value = inputOf(row);
			const { currentJson, ...options } = expand(row.options ?? {});
			if (value !== undefined && options.imageHosts?.length !== 0) {
				yield { name: `${file}: ${row.name}`, value, options: { now: NOW, ...options } };
			}
		}
	}
}

function inputOf(row) {
	if (row.payload !== undefined) {
		return expand(row.payload);
	}
	try {
		return JSON.parse(row.json === undefined ? Buffer.from(expand(row.hex), "hex") : expand(row.json));
	} catch {
		return undefined;
	}
}

function commentsOf(schema) {
	const comments = [];
	JSON.stringify(schema, (key, value) => {
		if (key === "$comment" || key === "x-comment") {
			comments.push(value);
		}
		return value;
	});
	return comments.join(" ");
}

for (const [target, Dialect, unicode] of DIALECTS) {
	const excused = target === "openapi-3.0" ? [...UNSTATED, ...UNSTATED_IN_OPENAPI] : UNSTATED;

	test(`${target}, unicode: ${unicode}: ajv refuses what validate refuses, and nothing else`, () => {
		const compiled = new Map();
		const compiledFor = ({ imageHosts, unknownKeys }) => {
			const key = JSON.stringify([imageHosts, unknownKeys]);
			if (!compiled.has(key)) {
				const schema = jsonSchema({ target, imageHosts, unknownKeys });
				compiled.set(key, compile(Dialect, schema, unicode));
			}
			return compiled.get(key);
		};
		const unstated = new Set();
		let compared = 0;
		for (const { name, value, options } of values()) {
			const { current, ...withoutCard } = options;
			const found = validate(value, withoutCard);
			const errors = found.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
			if (errors.some((code) => UNREAD.includes(code))) {
				continue; // Not a value for other validators.
			}
			const fits = compiledFor(options);
			compared += 1;
			if (found.valid || validate(value, options).valid) {
				assert.ok(fits(value), `${name}: ${JSON.stringify(fits.errors)}`);
			} else if (fits(value)) {
				for (const code of errors) {
					assert.ok(excused.includes(code), `${name}: ${code}`);
					unstated.add(code);
				}
			}
		}
		assert.ok(compared > 500, `${compared} cases`);
		assert.ok(unstated.has("date_range_reversed"));
		const comments = commentsOf(jsonSchema({ target }));
		for (const code of [...excused, "code_mode_locked", "balance_locked", "permanent_end_time"]) {
			assert.match(comments, new RegExp(`\\b${code}\\b`));
		}
	});

	test(`${target}, unicode: ${unicode}: what comes out of a validation fits the schema of the output`, () => {
		const anyHosts = { imageHosts: ["img.example.com", "cdn.example.com"] };
		const fits = compile(Dialect, jsonSchema({ target, side: "output" }), unicode);
		for (const { name, value, options } of values()) {
			const found = validate(value, options);
			if (found.valid && options.imageHosts === undefined) {
				assert.ok(fits(found.value), `${name}: ${JSON.stringify(fits.errors)}`);
			}
		}
		assert.ok(!fits({ title: null }));
		assert.ok(compile(Dialect, jsonSchema({ target, ...anyHosts }))({ title: null }));
	});
}

test("blank members fit where they are left out", () => {
	const fits = compile(Ajv2020, jsonSchema({ omitBlank: true }));
	assert.ok(fits({ title: "", code_mode: "", date_information: { type: null }, total_quantity: "" }));
	assert.ok(!fits({ code_mode: "x" }));
});

test("titles and descriptions come in both languages", () => {
	assert.equal(jsonSchema().properties.title.title, "会员卡名称");
	assert.equal(jsonSchema({ locale: "en" }).properties.title.title, "Card name");
});

test("a schema belongs to who asked for it", () => {
	jsonSchema().properties.title.maxLength = 1;
	assert.equal(jsonSchema().properties.title.maxLength, 10);
});

test("wrong options are named", () => {
	for (const [options, name] of [
		[{ locale: 7 }, "locale"],
		[{ target: "draft-04" }, "target"],
		[{ side: "both" }, "side"],
		[{ imageHosts: "a" }, "imageHosts"],
		[{ omitBlank: 1 }, "omitBlank"],
	]) {
		assert.throws(() => jsonSchema(options), {
			name: "TypeError",
			message: new RegExp(`options\\.${name} must`),
		});
	}
	assert.throws(() => jsonSchema(null), TypeError);
});
