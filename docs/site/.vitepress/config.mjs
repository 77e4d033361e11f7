/**
 * The site: the documents of the repository, in both languages.
 *
 * `cargo xtask site` sets where it is built (`SITE_FOLDER`) and the path that it is published under (`SITE_BASE`). The
 * workflow says where the repository is (`GITHUB_REPOSITORY`): elsewhere, the names of files are not linked.
 */

import { join } from "node:path";
import { env } from "node:process";
import { defineConfig } from "vitepress";

import { LANGUAGES, ROOT } from "../documents.mjs";
import { repositoryLinks } from "../links.mjs";
import { nav, sidebar } from "../navigation.mjs";
import { words } from "../search.mjs";
import { slug } from "../slug.mjs";
import { stage } from "../stage.mjs";
import { TEXTS } from "../texts.mjs";

const folder = env.SITE_FOLDER ?? join(ROOT, "target/site");
const base = env.SITE_BASE ?? "/";
const repository = env.GITHUB_REPOSITORY && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`;
/** Here, for Vite looks for Vue beside a page and above. */
const pages = join(import.meta.dirname, "../pages");

stage(pages);

/**
 * Nothing is loaded from elsewhere. VitePress has scripts and styles in its pages, and takes the search's function from its
 * source.
 */
const POLICY = [
	"default-src 'self'",
	"script-src 'self' 'unsafe-inline' 'unsafe-eval'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"base-uri 'none'",
	"form-action 'none'",
];

/** What differs between languages, by the folders of their pages. */
function inEachLanguage(make) {
	const rows = Object.entries(LANGUAGES).map(([language, { folder }]) => [
		folder.replace("/", "") || "root",
		make(language, TEXTS[language]),
	]);
	return Object.fromEntries(rows);
}

export default defineConfig({
	title: "wechatpay-membercard",
	base,
	srcDir: pages,
	outDir: join(folder, "html"),
	cacheDir: join(folder, "cache"),
	locales: inEachLanguage((language, texts) => ({
		label: texts.language,
		lang: language,
		description: texts.description,
		themeConfig: {
			...texts.theme,
			nav: nav(language, texts),
			sidebar: sidebar(language, texts),
			foreign: texts.foreign,
		},
	})),
	head: [
		["meta", { "http-equiv": "Content-Security-Policy", content: POLICY.join("; ") }],
		["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }],
	],
	markdown: {
		anchor: { slugify: slug },
		languageAlias: { conf: "ini" },
		config: (md) => md.use(repositoryLinks, { repository, revision: env.GITHUB_SHA ?? "HEAD" }),
	},
	themeConfig: {
		logo: "/icon.svg",
		search: {
			provider: "local",
			options: {
				locales: inEachLanguage((_, { search }) => ({ translations: search })),
				// All words, for pairs of characters are words, too.
				miniSearch: { options: { tokenize: words }, searchOptions: { combineWith: "AND" } },
			},
		},
	},
});
