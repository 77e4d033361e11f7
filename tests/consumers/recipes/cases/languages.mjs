import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesOf, textOf } from "../recipe.mjs";

const CHINESE = ".zh-CN";
const names = readdirSync(join(import.meta.dirname, "../recipes")).map((file) => file.replace(/\.md$/, ""));

test("each recipe is there in both languages, with the same code but for the comments", () => {
	const english = names.filter((name) => !name.endsWith(CHINESE));
	assert.ok(english.length > 5);
	assert.deepEqual(
		names.filter((name) => name.endsWith(CHINESE)).sort(),
		english.map((name) => name + CHINESE).sort(),
	);
	const code = (name) =>
		Object.entries(filesOf(name)).map(([file, text]) => [
			file,
			text.replace(/ *(\/\/ .*$|\/\*\*[\s\S]*?\*\/)/gm, ""),
		]);
	for (const name of english) {
		assert.deepEqual(code(name + CHINESE), code(name), name);
	}
});

test("every block of code names its file, or is a command", () => {
	for (const name of names) {
		const blocks = textOf(name)
			.match(/^```\w+$/gm)
			.filter((start) => start !== "```sh");
		assert.equal(blocks.length, Object.keys(filesOf(name)).length, name);
	}
});
