/** Opens the pages of a fixture in Chromium. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** Where the project's own browser tests open browsers. */
const { chromium } = await import(process.env.BROWSER_ENGINES);

const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".css": "text/css",
	".wasm": "application/wasm",
};
/** No more rights than WebAssembly needs. */
export const POLICY =
	"default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'";
const TRIES = 200;

/** Serves a folder on loopback, with no more rights than WebAssembly needs, or others. */
export async function serve(folder, policy = POLICY) {
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url, "http://localhost");
		const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
		const body = await readFile(file).catch(() => undefined);
		const headers = {
			"Content-Type": TYPES[extname(file)] ?? "text/plain",
			"Content-Security-Policy": policy,
		};
		const missing = pathname === "/favicon.ico" ? 204 : 404; // Chromium asks for one, and logs that it is missing.
		response.writeHead(body === undefined ? missing : 200, headers).end(body);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://localhost:${server.address().port}/`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** Opens a page, hands it to a function, and returns what that returns. The page must log no error. */
export async function visit(url, use) {
	const browser = await chromium();
	try {
		await browser.goto(url);
		const result = await use({
			...browser,
			/** What an expression of the page comes to, as soon as that is neither null nor undefined. */
			async eventually(run, ...args) {
				for (let tries = 0; tries < TRIES; tries++) {
					const value = await browser.evaluate(run, ...args);
					if (value !== null && value !== undefined) {
						return value;
					}
					await new Promise((resolve) => setTimeout(resolve, 50));
				}
				throw new Error(`in vain: ${run}; ${browser.errors().join("; ")}`);
			},
		});
		const errors = browser.errors();
		if (errors.length > 0) {
			throw new Error(errors.join("\n"));
		}
		return result;
	} finally {
		await browser.close();
	}
}
