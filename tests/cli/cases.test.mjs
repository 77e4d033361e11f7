/** The command-line tool gives the same results as the package for every case. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { validateJson } from "../../pkg/dist/index.mjs";
import { expand } from "../data/cases/expand.mjs";
import { jsonLines, run, write } from "./command-line.mjs";

const NOW = 1_700_000_000_000;
const YEAR_0 = Date.parse("0000-01-01T00:00:00Z");
const directory = new URL("../data/cases/", import.meta.url);

/** The cases by options: cases with the same options are checked in one run. */
const groups = new Map();
for (const file of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
	for (const row of JSON.parse(readFileSync(new URL(file, directory), "utf8"))) {
		// A card's state is a value to the package, no option says that no image host is allowed, and RFC 3339 writes
		// no time before the year 0.
		const { currentJson, imageHosts, now = NOW } = row.options ?? {};
		if (currentJson === undefined && imageHosts?.length !== 0 && now >= YEAR_0) {
			const key = JSON.stringify(row.options ?? {});
			groups.set(key, [...(groups.get(key) ?? []), { ...row, file }]);
		}
	}
}

test("check --json agrees with the package on all cases", { timeout: 300_000 }, async () => {
	let checked = 0;
	for (const [key, rows] of groups) {
		const options = { now: NOW, ...expand(JSON.parse(key)) };
		const bytes = rows.map(bytesOf);
		const files = bytes.map((content, index) => write(`${checked + index}.json`, content));
		const { stdout, stderr, code } = await run(["check", "--json", ...argumentsFor(options), ...files]);
		const verdicts = jsonLines(stdout);
		assert.equal(verdicts.length, rows.length, stderr);
		for (const [index, { file, valid, body, issues }] of verdicts.entries()) {
			const expected = validateJson(bytes[index], { ...options, locale: "en" });
			const name = `${rows[index].file}: ${rows[index].name}`;
			assert.equal(file, files[index], name);
			assert.equal(valid, rows[index].valid, name);
			assert.equal(body, expected.body, name);
			assert.deepEqual(issues.map(withoutPlace), expected.issues, name);
		}
		assert.equal(code, verdicts.every(({ valid }) => valid) ? 0 : 1);
		checked += rows.length;
	}
	assert.ok(checked > 1_000, `${checked} cases`);
});

function bytesOf({ hex, json, payload }) {
	return hex === undefined
		? Buffer.from(json === undefined ? JSON.stringify(expand(payload)) : expand(json))
		: Buffer.from(expand(hex), "hex");
}

function argumentsFor({ current, imageHosts, unknownKeys, profile, now, chinaTime }) {
	return [
		`--now=${new Date(now).toISOString()}`,
		...(current === undefined ? [] : ["--current", write("state.json", JSON.stringify(current))]),
		...(imageHosts ?? []).map((host) => `--image-host=${host}`),
		...(unknownKeys === undefined ? [] : ["--unknown-keys", unknownKeys]),
		...(profile === undefined ? [] : ["--profile", profile]),
		...(chinaTime ? ["--china-time"] : []),
	];
}

function withoutPlace({ line, column, endLine, endColumn, ...issue }) {
	const isOfBody = issue.location === "body";
	assert.equal(Number.isInteger(line) && Number.isInteger(column), isOfBody);
	assert.equal(Number.isInteger(endLine) && Number.isInteger(endColumn), isOfBody);
	return issue;
}
