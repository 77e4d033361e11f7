/** The repository's workflows. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const folder = join(import.meta.dirname, "../../.github/workflows");
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

test("every action is pinned by its commit, with its version beside it", () => {
	const uses = workflows.flatMap(([name, text]) =>
		[...text.matchAll(/^\s*- uses: (.*)$/gm)].map(([, action]) => `${name}: ${action}`),
	);
	assert.ok(uses.length > 10, `only ${uses.length} actions`);
	assert.deepEqual(
		uses.filter((line) => !/: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
		[],
	);
});

test("no step that has a token of a registry builds or runs a dependency", () => {
	const release = Object.fromEntries(workflows)["release.yml"];
	const jobs = release.split(/^ {2}(?=\w+:$)/m).slice(1);
	const publishing = jobs.filter((job) => job.includes("id-token: write"));
	assert.equal(publishing.length, 2);
	for (const job of publishing) {
		const commands = [...job.matchAll(/^[ -]+(?:run: )?((?:cargo|npm) .*)$/gm)].map(([, command]) => command);
		assert.ok(commands.length > 0);
		const harmless = /^(?:cargo (?:package|publish) .*--no-verify|npm publish .*--ignore-scripts)/;
		assert.deepEqual(
			commands.filter((command) => !harmless.test(command)),
			[],
		);
	}
});

test("nothing of a release comes from a cache, which other workflows can write", () => {
	const release = Object.fromEntries(workflows)["release.yml"];
	const steps = release.split(/^ +- (?=\w+:)/m).filter((step) => step.includes("actions/setup-node@"));
	assert.ok(steps.length > 0);
	assert.deepEqual(
		steps.filter((step) => !step.includes("package-manager-cache: false")),
		[],
	);
});

test("what compares with the last release has the tags of releases", () => {
	const comparing = workflows.flatMap(([, text]) =>
		text.split(/^ {2}(?=\w+:$)/m).filter((job) => job.includes("cargo xtask semver")),
	);
	assert.equal(comparing.length, 1);
	assert.match(comparing[0], /actions\/checkout@.*\n +with:\n(?: +.*\n)*? +fetch-depth: 0\b/);
});
