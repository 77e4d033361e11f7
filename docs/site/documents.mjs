/** The documents of the repository and their pages. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/**
 * The languages of the site. `suffix` ends the name of a document in that language, `folder` holds its pages. A document
 * without a suffix is in the first language.
 */
export const LANGUAGES = {
	en: { suffix: "", folder: "" },
	"zh-CN": { suffix: ".zh-CN", folder: "zh/" },
};

const FOLDERS = ["", "docs", "docs/recipes", "benches"];

export const read = (document) => readFileSync(join(ROOT, document), "utf8");

/** The heading of a document. */
export const titleOf = (document) => /^# (.*)$/m.exec(read(document))[1];

/** Every document, by its path from the root: `docs/recipes/react.zh-CN.md`. */
export const DOCUMENTS = FOLDERS.flatMap((folder) =>
	readdirSync(join(ROOT, folder))
		.filter((name) => name.endsWith(".md"))
		.map((name) => posix.join(folder, name)),
);

/** The name of a document without its language: `docs/recipes/react`. */
const stemOf = (document) => document.replace(/(?:\.zh-CN)?\.md$/, "");
/** The language in a document's name. */
const languageOf = (document) => (document.endsWith(".zh-CN.md") ? "zh-CN" : "en");

/** The document of a stem in a language, if there is one. */
const documentOf = (stem, language) => {
	const document = `${stem}${LANGUAGES[language].suffix}.md`;
	return existsSync(join(ROOT, document)) ? document : undefined;
};

/** A heading in English and in Chinese: `Issue codes 错误码`. Text in parentheses is a name. */
const IN_BOTH = /^[^\p{Script=Han}]+ \p{Script=Han}+$/u;

/** The languages of a document without a translation. A heading in both languages stands for a text in both. */
function languagesWithin(document) {
	return IN_BOTH.test(titleOf(document)) ? Object.keys(LANGUAGES) : [languageOf(document)];
}

/** The path of a document's page for readers of a language: `zh/docs/recipes/react.md`. */
function pathOf(document, language) {
	const stem = stemOf(document)
		.replace(/README$/, "index")
		.toLowerCase();
	return `${LANGUAGES[language].folder}${stem}.md`;
}

/**
 * Every page: its path, the document that it shows, and the language of its readers. `foreign` is the document's language if
 * it differs from theirs: a document without a translation is shown to readers of both languages.
 */
export const PAGES = [...new Set(DOCUMENTS.map(stemOf))].flatMap((stem) => {
	const translations = Object.keys(LANGUAGES).filter((language) => documentOf(stem, language));
	return Object.keys(LANGUAGES).map((language) => {
		const document = documentOf(stem, language) ?? documentOf(stem, translations[0]);
		const languages = translations.length > 1 ? translations : languagesWithin(document);
		const foreign = languages.includes(language) ? undefined : languages[0];
		return { path: pathOf(document, language), document, language, foreign };
	});
});

/**
 * The page that shows a document to readers of a language. A document that is translated into that language has no page
 * there; then returns the page in the document's language.
 */
export function pageOf(document, language) {
	const pages = PAGES.filter((page) => page.document === document);
	return pages.find((page) => page.language === language) ?? pages[0];
}

/** The address of a page from the top of the site. */
export const addressOf = ({ path }) =>
	`/${path.replace(/\.md$/, ".html").replace(/(?<=^|\/)index\.html$/, "")}`;
