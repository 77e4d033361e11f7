/** The documents as pages of the site. Building them takes tools of its own, which `cargo xtask site` installs. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { addressOf, DOCUMENTS, LANGUAGES, PAGES, pageOf, read } from "../../docs/site/documents.mjs";
import { resolve } from "../../docs/site/links.mjs";
import { sidebar } from "../../docs/site/navigation.mjs";
import { words } from "../../docs/site/search.mjs";
import { TEXTS } from "../../docs/site/texts.mjs";

const languages = Object.keys(LANGUAGES);
const repository = { repository: "https://github.com/owner/name", revision: "HEAD" };

/** The items of a menu, in groups or not. */
const itemsOf = (menu) => menu.flatMap((entry) => (entry.items ? itemsOf(entry.items) : entry));

test("every document has a page, and every page one in the other language", () => {
	assert.ok(DOCUMENTS.length > 30, `only ${DOCUMENTS.length} documents`);
	for (const document of DOCUMENTS) {
		assert.ok(pageOf(document, "en"), document);
	}
	const paths = PAGES.map(({ path }) => path);
	assert.equal(new Set(paths).size, paths.length);
	const english = PAGES.filter(({ language }) => language === "en").map(({ path }) => path);
	const chinese = PAGES.filter(({ language }) => language === "zh-CN").map(({ path }) => path);
	assert.deepEqual(
		chinese,
		english.map((path) => `zh/${path}`),
	);
});

test("a page shows the document in its reader's language, or says that there is none", () => {
	const page = (path) => PAGES.find((page) => page.path === path);
	assert.equal(page("zh/docs/recipes/react.md").document, "docs/recipes/react.zh-CN.md");
	assert.equal(page("zh/docs/recipes/react.md").foreign, undefined);
	assert.equal(page("zh/docs/threat-model.md").foreign, "en");
	assert.equal(page("docs/threat-model.md").foreign, undefined);
	assert.equal(page("zh/docs/fields.md").foreign, undefined, "it is in both");
	assert.equal(page("zh/docs/domain-card-member.md").foreign, "en", "a name in Chinese is no translation");
});

test("the menus of both languages list every page, and mark those in another one", () => {
	for (const language of languages) {
		const items = itemsOf(sidebar(language, TEXTS[language]));
		const pages = PAGES.filter((page) => page.language === language);
		const links = items.map(({ link }) => link);
		assert.equal(new Set(links).size, links.length);
		assert.deepEqual(
			pages.map(addressOf).filter((address) => !links.includes(address)),
			[],
		);
		assert.deepEqual(
			items
				.filter(({ text }) => text.includes('class="foreign"'))
				.map(({ link }) => link)
				.sort(),
			pages
				.filter(({ foreign }) => foreign)
				.map(addressOf)
				.sort(),
		);
	}
});

test("links between documents lead to pages, in the language of what they name", () => {
	const from = (document, language) => ({ document, language, ...repository });
	const recipe = "docs/recipes/react.zh-CN.md";
	const cases = [
		["errors-and-retries.zh-CN.md", recipe, "zh-CN", "/zh/docs/recipes/errors-and-retries.html"],
		["react.md#a-form", recipe, "zh-CN", "/docs/recipes/react.html#a-form"],
		["../issue-codes.md", recipe, "zh-CN", "/zh/docs/issue-codes.html"],
		["../issue-codes.md", "docs/recipes/react.md", "en", "/docs/issue-codes.html"],
		["../../README.zh-CN.md", recipe, "zh-CN", "/zh/"],
		["docs/README.md", "README.md", "en", "/docs/"],
		["#anchor", recipe, "zh-CN", "#anchor"],
		["https://standardschema.dev", recipe, "zh-CN", "https://standardschema.dev"],
	];
	for (const [link, document, language, expected] of cases) {
		assert.equal(resolve(link, from(document, language)), expected);
	}
});

test("links to other files lead into the repository, where that is known", () => {
	const from = { document: "docs/threat-model.md", language: "en" };
	const blob = "https://github.com/owner/name/blob/HEAD/src/json/mod.rs";
	assert.equal(resolve("../src/json/mod.rs", { ...from, ...repository }), blob);
	assert.equal(
		resolve("../src/json", { ...from, ...repository }),
		blob.replace("blob", "tree").replace("/mod.rs", ""),
	);
	assert.equal(resolve("../src/json/mod.rs", from), undefined);
});

/** Whether all words of a text are, or begin, words of another. */
function finds(text, sought) {
	const indexed = words(text);
	return words(sought).every((word) => indexed.some((other) => other.startsWith(word)));
}

test("the search finds Chinese text inside other text", () => {
	const text = "微信支付商家名片会员的应答验签：`null_omitted`，待签名串由signMessage签名。";
	for (const sought of [
		"会员",
		"名片",
		"商家名片会员",
		"验签",
		"应答",
		"待签名串",
		"串",
		"omitted",
		"null_omitted",
	]) {
		assert.ok(finds(text, sought), sought);
	}
	for (const sought of ["员会", "退款", "refund"]) {
		assert.ok(!finds(text, sought), sought);
	}
	// The site takes the function from its source.
	assert.deepEqual(new Function(`return ${words}`)()(text), words(text));
});

test("the search finds every heading in Chinese by any two or more of its characters", () => {
	const documents = DOCUMENTS.filter((document) => document.endsWith(".zh-CN.md"));
	const headings = documents.flatMap((document) => read(document).match(/^#+ .*\p{Script=Han}.*$/gmu) ?? []);
	assert.ok(headings.length > 30, `only ${headings.length} headings`);
	for (const heading of headings) {
		const runs = heading.match(/\p{Script=Han}{2,}/gu) ?? [];
		const parts = runs.flatMap((run) => [2, 3, 4].map((length) => run.slice(-length)));
		assert.deepEqual(
			parts.filter((part) => !finds(heading, part)),
			[],
		);
	}
});

test("the site is built by a version that a lock file holds", () => {
	const folder = join(import.meta.dirname, "../../docs/site");
	const { devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
	assert.deepEqual(packages[""].devDependencies, devDependencies);
});
