import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { TEXTS } from "../../www/i18n/texts.js";

const PAGE = join(import.meta.dirname, "../../www");
const sources = readdirSync(PAGE, { recursive: true })
	.filter((name) => /\.(js|html)$/.test(name) && !name.endsWith("texts.js"))
	.map((name) => readFileSync(join(PAGE, name), "utf8"))
	.join("\n");

test("both languages have the same texts, with the same parameters", () => {
	const chinese = TEXTS["zh-CN"];
	const { en } = TEXTS;
	assert.deepEqual(Object.keys(en).sort(), Object.keys(chinese).sort());
	for (const key of Object.keys(en)) {
		assert.deepEqual(parametersOf(en[key]), parametersOf(chinese[key]), key);
	}
});

test("every text is used, and every text that is used is there", () => {
	for (const key of Object.keys(TEXTS.en)) {
		const names = [`"${key}"`, `\`${key}`, ` ${key}:`];
		const isUsed = names.some((name) => sources.includes(name)) || /^(counter|counterEmpty)Items$/.test(key);
		assert.ok(isUsed, `${key} is not used`);
	}
	for (const [, key] of sources.matchAll(/\bt\("(\w+)"|data-(?:text|label)="(\w+)"/g)) {
		assert.ok(key === undefined || key in TEXTS.en, `${key} is missing`);
	}
});

function parametersOf(entry) {
	const text = typeof entry === "string" ? entry : entry.other;
	return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}
