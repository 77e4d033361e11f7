/** Serves pages and test files to the browsers, on loopback. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** The path of the test files. */
export const TEST_FILES = "/.test/";

const HERE = import.meta.dirname;
const PACKAGE = join(HERE, "../../pkg");
const FOLDERS = [
	[`${TEST_FILES}axe.js`, join(PACKAGE, "node_modules/axe-core/axe.min.js")],
	[`${TEST_FILES}record.js`, join(HERE, "record.js")],
	["/package/", join(PACKAGE, "dist") + sep],
	["/", join(HERE, "fixtures") + sep],
];
const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
};
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
/** The policy of a page that forbids WebAssembly. */
const FORBIDDING = "default-src 'self'";

/**
 * Starts a server for the fixtures, or for the pages of another server, whose answers are passed on with their headers.
 * Every page records its errors. Returns its address and how to close it.
 */
export async function serve(origin) {
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url, "http://localhost");
		const isOwn = origin === undefined || pathname.startsWith(TEST_FILES);
		const { status, headers, body } = await (isOwn ? fileAt(pathname) : passedOn(origin, request.url));
		const type = headers["content-type"] ?? "";
		response.writeHead(status, { ...headers, "cache-control": "no-store" });
		response.end(type.startsWith("text/html") ? recorded(body) : body);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

async function fileAt(pathname) {
	const [prefix, target] = FOLDERS.find(([prefix]) => pathname.startsWith(prefix));
	const file = normalize(target + pathname.slice(prefix.length));
	const body = file.startsWith(target) ? await readFile(file).catch(() => undefined) : undefined;
	const headers = {
		"content-type": TYPES[extname(file)] ?? "text/plain",
		"content-security-policy": pathname === "/forbidden.html" ? FORBIDDING : POLICY,
	};
	return body === undefined ? { status: 404, headers, body: "" } : { status: 200, headers, body };
}

async function passedOn(origin, path) {
	const answer = await fetch(new URL(path, origin));
	const headers = Object.fromEntries(answer.headers);
	for (const name of [
		"connection",
		"content-length",
		"content-encoding",
		"keep-alive",
		"transfer-encoding",
	]) {
		delete headers[name];
	}
	return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

/** The page, with a script before all others that records errors. */
function recorded(body) {
	return String(body).replace(/<head>|<meta|<title/i, (tag) => {
		const script = `<script src="${TEST_FILES}record.js"></script>`;
		return tag === "<head>" ? tag + script : script + tag;
	});
}
