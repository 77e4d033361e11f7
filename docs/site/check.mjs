/**
 * Checks the built site: every link leads to a file and to an anchor that is there, and nothing is loaded from elsewhere.
 *
 * Usage: node check.mjs FOLDER BASE
 */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, posix, relative, sep } from "node:path";
import { argv } from "node:process";

const [folder, base] = argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
const read = (file) => readFileSync(join(folder, file), "utf8");
/** A page without the text of its scripts. */
const readPage = (page) => read(page).replace(/(<script\b[^>]*>).*?(?=<\/script>)/gs, "$1");

/** A tag that loads what it names; other links wait for a person. */
const LOADS = /^(?:script|img|source|video|audio|iframe|object|embed|link)$/;
const WAITS = /\brel="?(?:help|canonical|alternate|prev|next)\b/;
const TAG = /<([a-z]+)\s((?:[^<>"]|"[^"]*")*)>/g;
const ADDRESS = /\s(?:href|src|data)=(?:"([^"]*)"|([^\s"'>]+))/;
const ELSEWHERE = /^(?:[a-z][a-z+.-]*:|\/\/)/i;
/** What tools write beside the pages has anchors that scripts make. */
const MADE_BY_SCRIPTS = /^api\//;

const pages = files.filter((file) => file.endsWith(".html"));
const anchors = new Map(pages.map((page) => [page, anchorsOf(page)]));
const problems = [
	...pages.flatMap(problemsOfPage),
	...files.filter((file) => extname(file) === ".css").flatMap(problemsOfStyle),
];
for (const problem of problems) {
	console.error(problem);
}
console.log(`${pages.length} pages, ${problems.length} problems`);
process.exitCode = pages.length > 0 && problems.length === 0 ? 0 : 1;

function anchorsOf(page) {
	return new Set([...readPage(page).matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => text(id)));
}

function problemsOfPage(page) {
	return [...readPage(page).matchAll(TAG)].flatMap(([, tag, attributes]) => {
		const [, quoted, bare] = ADDRESS.exec(` ${attributes}`) ?? [];
		const address = quoted ?? bare;
		if (address === undefined || address.startsWith("data:")) {
			return [];
		}
		if (ELSEWHERE.test(address)) {
			return LOADS.test(tag) && !WAITS.test(attributes) ? [`${page}: loads ${address}`] : [];
		}
		return leadsNowhere(page, text(address)) ? [`${page}: ${address} leads nowhere`] : [];
	});
}

function problemsOfStyle(file) {
	const loaded = [...read(file).matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')]+)/g)].map(
		([, address]) => address,
	);
	return loaded
		.filter((address) => ELSEWHERE.test(address) && !address.startsWith("data:"))
		.map((address) => `${file}: loads ${address}`);
}

function leadsNowhere(page, address) {
	const [path, anchor] = address.replace(/\?[^#]*/, "").split("#");
	const file = fileOf(page, decodeURI(path));
	if (file === undefined) {
		return true;
	}
	const hasAnchors = anchor && anchors.has(file) && !MADE_BY_SCRIPTS.test(file);
	return hasAnchors && !anchors.get(file).has(decodeURIComponent(anchor));
}

/** The file of the site that an address in a page names. */
function fileOf(page, path) {
	if (path === "") {
		return page;
	}
	if (path.startsWith("/") && !path.startsWith(base)) {
		return undefined;
	}
	const file = path.startsWith("/") ? path.slice(base.length) : posix.join(posix.dirname(page), path);
	const index = file === "" || file.endsWith("/") || file === "." ? posix.join(file, "index.html") : file;
	const found = join(folder, index);
	return existsSync(found) && statSync(found).isFile() ? index : undefined;
}

/** An attribute's value. */
function text(value) {
	return value
		.replaceAll("&quot;", '"')
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
}
