/** The native crate and the WebAssembly module give the same results for the same input. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { toWellFormed } from "../../../pkg/build/bridge/json-text.js";
import { validate, validateJson } from "../../../pkg/dist/index.mjs";
import { writtenValue } from "../notation.mjs";
import { hostile, json, options, text, update } from "./arbitraries.mjs";
import { fc } from "./check.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const NOW = 1_700_000_000_000;

/** Builds the native crate as a filter, with the whole workspace, so that it is built only once. */
function buildNative() {
	const args = ["build", "--workspace", "--example", "native", "--message-format=json"];
	const messages = execFileSync(process.env.CARGO ?? "cargo", args, {
		cwd: root,
		maxBuffer: 256 << 20,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const lines = messages
		.toString()
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
	return lines.find(({ executable, target }) => executable && target?.name === "native").executable;
}

/** The results of the native crate. */
function askNative(questions) {
	const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
	const answers = execFileSync(buildNative(), { input, maxBuffer: 256 << 20 }).toString();
	return answers
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));
}

/** The input for the native crate: a text or a value, with options. */
function question(asked, { current, ...settings }) {
	const card = current === undefined ? {} : { current: writtenValue(current) };
	return { ...settings, ...asked, now: NOW, ...card };
}

test("native and WebAssembly agree on results, bodies and messages", () => {
	const values = fc.sample(fc.tuple(fc.oneof(update, json), options), 1500).map(([value, settings]) => ({
		question: question({ value: writtenValue(value) }, settings),
		found: validate(value, { ...settings, now: NOW }),
	}));
	const hostiles = fc.sample(fc.tuple(hostile, options), 500).map(([make, settings]) => ({
		question: question({ value: writtenValue(make()) }, settings),
		found: validate(make(), { ...settings, now: NOW }),
	}));
	const spelled = fc.oneof(
		update.map((made) => JSON.stringify(made, null, 1)),
		text,
	);
	const texts = fc.sample(fc.tuple(spelled, options), 1000).map(([given, settings]) => ({
		question: question({ text: toWellFormed(given) }, settings),
		found: validateJson(given, { ...settings, now: NOW }),
	}));
	const all = [...values, ...hostiles, ...texts];
	const answers = askNative(all.map((one) => one.question));
	assert.equal(answers.length, all.length);
	for (const [index, { found, question: asked }] of all.entries()) {
		const { body, issues } = answers[index];
		assert.equal(found.body, body ?? undefined, JSON.stringify(asked));
		assert.deepEqual(found.issues, issues, JSON.stringify(asked));
	}
	const valid = all.filter(({ found }) => found.valid).length;
	assert.ok(valid > 200 && valid < all.length - 200, `${valid} of ${all.length} are valid`);
});
