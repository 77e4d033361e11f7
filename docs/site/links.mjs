/** Where the links of a document lead on the site: to pages, and to files in the repository. */

import { statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";

import { addressOf, DOCUMENTS, pageOf, ROOT } from "./documents.mjs";

const ELSEWHERE = /^(?:[a-z]+:|#)/;
/** What leads to other languages, and up: a line of links and names below the heading. The site has menus for both. */
const MENU = /^(?:\[[^\]]*\]\([^)]*\)|[\p{L} ]+)(?: \| (?:\[[^\]]*\]\([^)]*\)|[\p{L} ]+))+$/u;

/**
 * The address of what a link in a document names. For a file that is no document it is in the `repository`, an address such
 * as `https://github.com/owner/name` with the `revision` to show; without one there is none.
 */
export function resolve(link, { document, language, repository, revision }) {
	if (ELSEWHERE.test(link)) {
		return link;
	}
	const [path, anchor] = link.split("#");
	const target = posix.join(posix.dirname(document), decodeURI(path));
	const hash = anchor === undefined ? "" : `#${anchor}`;
	if (DOCUMENTS.includes(target)) {
		return addressOf(pageOf(target, language)) + hash;
	}
	const kind = statSync(join(ROOT, target)).isDirectory() ? "tree" : "blob";
	return repository && `${repository}/${kind}/${revision}/${target}${hash}`;
}

/** A plugin of markdown-it, for pages whose front matter names their `document` and `language`. */
export function repositoryLinks(md, repository) {
	md.core.ruler.push("repository_links", ({ tokens, env }) => {
		const { document, language } = env.frontmatter ?? {};
		if (document === undefined) {
			return;
		}
		dropMenu(tokens);
		for (const token of tokens.filter(({ type }) => type === "inline")) {
			token.children = withLinks(token.children, { document, language, ...repository });
			for (const image of token.children.filter(({ type }) => type === "image")) {
				showImage(image, document, env.path);
			}
		}
	});
}

/** Names an image, which stays where it is, as seen from the page. */
function showImage(image, document, page) {
	const source = image.attrGet("src");
	if (!ELSEWHERE.test(source)) {
		const file = join(ROOT, posix.dirname(document), source);
		image.attrSet("src", relative(dirname(page), file).replaceAll(sep, "/"));
	}
}

function dropMenu(tokens) {
	const heading = tokens.findIndex(({ type }) => type === "heading_close");
	const [open, inline] = tokens.slice(heading + 1);
	if (open?.type === "paragraph_open" && MENU.test(inline.content)) {
		tokens.splice(heading + 1, 3);
	}
}

/** Rewrites links, and takes away those that lead nowhere: their text stays. */
function withLinks(tokens, from) {
	let leadsNowhere = false;
	return tokens.filter((token) => {
		if (token.type === "link_open") {
			const address = resolve(token.attrGet("href"), from);
			leadsNowhere = address === undefined;
			token.attrSet("href", address);
			return !leadsNowhere;
		}
		return !(token.type === "link_close" && leadsNowhere);
	});
}
