/** The menus of the site, made from `docs/README.md` of each language. */

import { posix } from "node:path";

import { addressOf, DOCUMENTS, LANGUAGES, PAGES, pageOf, read, titleOf } from "./documents.mjs";

/** A link outside the documents. The site's router must not handle it. */
const beside = (text, link) => ({ text, link, target: "_self" });
const API = [
	["npm", "/api/npm/"],
	["rust", "/api/rust/"],
];
const EDITOR = "/playground/";

const index = (language) => `docs/README${LANGUAGES[language].suffix}.md`;
const front = (language) => `README${LANGUAGES[language].suffix}.md`;

/** The menu at the top. */
export function nav(language, texts) {
	return [
		{ text: texts.documents, link: addressOf(pageOf(index(language), language)) },
		{ text: texts.api, items: API.map(([name, link]) => beside(texts[name], link)) },
		beside(texts.editor, EDITOR),
	];
}

const LINK = /(?<before>^\| |^- )?\[(?<text>[^\]]+)\]\((?<link>[^)#]+\.md)\)/g;

/** The documents that a line of the index lists. An entry begins with its text; other links are inside a sentence. */
function entriesOf(line, document) {
	return [...line.matchAll(LINK)].map(({ groups: { before, text, link } }) => {
		const target = posix.join(posix.dirname(document), link);
		if (!DOCUMENTS.includes(target)) {
			throw new Error(`${document} lists ${target}, which is no page`);
		}
		return { text: before && text, target };
	});
}

/** The menu at the side: the index, then the documents that it does not list. */
export function sidebar(language, texts) {
	const { sections, listed } = readIndex(language);
	const rest = PAGES.filter((page) => page.language === language && !listed.has(page.document));
	return [
		{
			items: [
				item(texts.introduction, front(language), language),
				item(texts.overview, index(language), language),
			],
		},
		...sections,
		{
			text: texts.api,
			items: [...API.map(([name, link]) => beside(texts[name], link)), beside(texts.editor, EDITOR)],
		},
		{ text: texts.project, items: rest.map(({ document }) => item(titleOf(document), document, language)) },
	];

	/** Reads the sections of the index, and their tables, whose first cell names a group. */
	function readIndex(language) {
		const document = index(language);
		const sections = [];
		const listed = new Set([front(language), document]);
		let group;
		for (const line of read(document).split("\n")) {
			const [, heading] = /^## (.*)$/.exec(line) ?? [];
			const [, name] = /^\| ([^[|]+) \| \|$/.exec(line) ?? [];
			if (heading) {
				group = { text: heading, items: [] };
				sections.push(group);
			} else if (name) {
				group = { text: name[0].toUpperCase() + name.slice(1), items: [] };
				sections.at(-1).items.push(group);
			} else if (group) {
				for (const { text, target } of entriesOf(line, document)) {
					listed.add(target);
					group.items.push(item(text ?? titleOf(target), target, language));
				}
			}
		}
		return { sections, listed };
	}

	function item(text, document, language) {
		const page = pageOf(document, language);
		const mark = page.foreign ? ` <small class="foreign">${texts.languages[page.foreign]}</small>` : "";
		return { text: text.replaceAll("`", "") + mark, link: addressOf(page) };
	}
}
