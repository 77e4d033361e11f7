/**
 * Serves the page and the built package on loopback, with the strictest Content-Security-Policy that allows
 * WebAssembly.
 */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

/** The Content-Security-Policy of the page. */
export const POLICY = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"img-src 'self' https://*.qpic.cn", // For the card's pictures in the preview.
	"base-uri 'none'",
	"form-action 'none'",
];
const HEADERS = {
	"Content-Security-Policy": [...POLICY, "frame-ancestors 'none'"].join("; "),
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
	"Cache-Control": "no-store",
};
const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json",
	".svg": "image/svg+xml",
	".wasm": "application/wasm",
};
const PAGE = import.meta.dirname;
/** Other folders to serve: the built package, and WeChat Pay's own examples from the tests. */
const FOLDERS = {
	"/package/": join(import.meta.dirname, "../pkg/dist"),
	"/examples/": join(import.meta.dirname, "../tests/data"),
};

/**
 * Starts the server and returns its address. Rejects if the port is in use; 0 is any free port. `sign` handles `POST
 * /sign`, for signing requests of the page.
 */
export function serve({ port = 8080, host = "127.0.0.1", sign } = {}) {
	const more = sign && { Link: '</sign>; rel="sign"' };
	const server = createServer((request, response) =>
		sign && request.url === "/sign" ? sign(request, response) : respond(request, response, more),
	);
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => resolve(`http://${host}:${server.address().port}/`));
	});
}

/**
 * Responds with a file of the page, and additional headers. A server that signs adds `Link: </sign>; rel="sign"`: see
 * `request/server.js`.
 */
export async function respond(request, response, more = {}) {
	const headers = { ...HEADERS, ...more };
	const end = (status, reason = {}) => response.writeHead(status, { ...headers, ...reason }).end();
	if (request.method !== "GET" && request.method !== "HEAD") {
		return end(405, { Allow: "GET, HEAD" });
	}
	const file = fileOf(request.url);
	const found = file && (await stat(file).catch(() => undefined));
	const type = file && TYPES[extname(file)];
	if (!found?.isFile() || type === undefined) {
		return end(404);
	}
	response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": found.size });
	if (request.method === "HEAD") {
		return response.end();
	}
	// A client that disconnects early is not an error.
	return pipeline(createReadStream(file), response).catch(() => response.destroy());
}

/** The file of a URL: in one of the folders above, or of the page itself. */
function fileOf(url) {
	try {
		const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
		const prefix = Object.keys(FOLDERS).find((prefix) => path.startsWith(prefix)) ?? "/";
		const folder = FOLDERS[prefix] ?? PAGE;
		const name = path.slice(prefix.length - 1);
		const file = normalize(join(folder, name.endsWith("/") ? `${name}index.html` : name));
		return file.startsWith(folder + sep) && !file.includes("\0") ? file : undefined;
	} catch {
		return undefined;
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	console.log(await serve({ port: Number(process.argv[2] ?? 8080) }));
}
