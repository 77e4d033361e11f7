import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as memberFormPage from "../../pkg/dist/card-member/form/index.mjs";
import * as memberWhole from "../../pkg/dist/card-member/index.mjs";
import * as memberValidation from "../../pkg/dist/card-member/validate/index.mjs";
import * as formPage from "../../pkg/dist/form/index.mjs";
import * as whole from "../../pkg/dist/index.mjs";
import * as validation from "../../pkg/dist/validate/index.mjs";
import { expand } from "../data/cases/expand.mjs";
import { PLAIN_LINE } from "./plain-line.mjs";

const directory = new URL("../data/cases/", import.meta.url);
const NOW = 1_700_000_000_000;
const DEFAULT_API = "membercard-open.update";
/** By family. Each has its own WebAssembly module. */
const ENTRIES = {
	"membercard-open": { whole, "form page": formPage, validation },
	"card-member": { whole: memberWhole, "form page": memberFormPage, validation: memberValidation },
};

for (const file of readdirSync(directory, { recursive: true }).filter((name) => name.endsWith(".json"))) {
	test(`cases: ${file}`, async (t) => {
		for (const row of JSON.parse(readFileSync(new URL(file, directory), "utf8"))) {
			const skip = notOfThePackage(row.options ?? {});
			await t.test(row.name, { skip }, () => runCase(row));
		}
	});
}

test("cases: no payload has changed the objects of this realm", () => {
	assert.equal(Reflect.get({}, "polluted"), undefined);
	assert.equal(Object.getPrototypeOf({}), Object.prototype);
});

/** Why the package cannot run a case with these options. */
function notOfThePackage({ currentJson, imageHosts }) {
	if (currentJson !== undefined) {
		return "a card's state is a value, whose text cannot be wrong";
	}
	return imageHosts?.length === 0 ? "a list of hosts without any is refused" : false;
}

function runCase(row) {
	const api = row.endpoint ?? DEFAULT_API;
	const options = { api, now: NOW, ...expand(row.options ?? {}) };
	for (const [name, entry] of Object.entries(ENTRIES[api.split(".")[0]])) {
		for (const [input, run] of ways(row, entry)) {
			const way = `${name}, ${input}`;
			for (const locale of ["zh-CN", "en"]) {
				const found = run({ ...options, locale });
				compare(found, row, locale, way);
				if (found.valid) {
					compareAgain(found, entry, options, way);
				}
			}
		}
	}
}

/** The ways to pass the input of a case. The smallest entry takes objects only. */
function ways(row, { validate, validateJson }) {
	const payload = expand(row.payload);
	const ofValue = row.payload === undefined ? [] : [["value", (options) => validate(payload, options)]];
	if (validateJson === undefined) {
		return ofValue;
	}
	if (row.hex !== undefined) {
		const bytes = Uint8Array.from(Buffer.from(expand(row.hex), "hex"));
		return [["bytes", (options) => validateJson(bytes, options)]];
	}
	const json = row.json === undefined ? JSON.stringify(payload) : expand(row.json);
	const bytes = new TextEncoder().encode(json);
	const ofText = [
		["text", (options) => validateJson(json, options)],
		["bytes", (options) => validateJson(bytes, options)],
	];
	return [...ofValue, ...ofText];
}

function compare(found, row, locale, way) {
	assert.deepEqual(found.issues.map(summaryOf), row.issues.map(summaryOf), way);
	assert.equal(found.valid, row.valid, way);
	for (const [index, issue] of found.issues.entries()) {
		for (const [name, value] of Object.entries(row.issues[index].params ?? {})) {
			assert.deepEqual(issue.params[name], value, `${way}: ${summaryOf(issue)}: ${name}`);
		}
		assert.equal(issue.pointer, issue.path.map(asPointer).join(""), way);
		const message = row.issues[index].messages?.[locale];
		assert.equal(issue.message, message ?? issue.message, `${way}: ${summaryOf(issue)}`);
		assert.match(issue.message, PLAIN_LINE, `${way}: ${summaryOf(issue)}`);
	}
	if (row.body !== undefined) {
		assert.equal(found.body, expand(row.body), way);
	}
}

function summaryOf({ severity, code, location = "body", pointer }) {
	return `${severity} ${code} ${location} ${pointer}`;
}

function asPointer(segment) {
	return `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The body and the value of a valid update are valid again, and do not change. */
function compareAgain({ body, value, issues }, { validate, validateJson }, options, way) {
	const again = validateJson?.(body, options) ?? validate(JSON.parse(body), options);
	assert.equal(again.body, body, way);
	const before = new Set(issues.map(summaryOf));
	assert.deepEqual(
		again.issues.map(summaryOf).filter((issue) => !before.has(issue)),
		[],
		way,
	);
	if (!issues.some(({ code }) => code === "unknown_key")) {
		assert.equal(validate(value, options).body, body, way);
	}
}
