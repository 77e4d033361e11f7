/** Cold start in a page. Each run starts a new Chromium, since a browser caches compiled code. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "../../tests/browser/engines/puppeteer.mjs";
import { bundleOf, moduleOf } from "./bundles.mjs";
import { corpus } from "./corpus.mjs";

/** Milliseconds from the import of each bundle to its first verdict, of as many rounds, the bundles in turn. */
export async function coldStarts(names, rounds) {
	const server = createServer(answer);
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const times = Object.fromEntries(names.map((name) => [name, []]));
	try {
		const { port } = server.address();
		for (let round = 0; round < rounds; round++) {
			for (const name of names) {
				times[name].push(await coldStart(`http://127.0.0.1:${port}/${encodeURIComponent(name)}`));
			}
		}
	} finally {
		server.closeAllConnections();
		server.close();
	}
	return times;
}

async function coldStart(address) {
	const browser = await chromium();
	try {
		await browser.goto(`${address}/`);
		const [time, isValid] = await browser.evaluate(measure, address, corpus.example.update);
		if (!isValid) {
			throw new Error("the example is valid");
		}
		return time;
	} finally {
		await browser.close();
	}
}

/** Runs in the page. */
async function measure(address, update) {
	const start = performance.now();
	const { init, validate, issues } = await import(`${address}/bundle.mjs`);
	await init?.(`${address}/membercard.wasm`);
	const isValid = validate === undefined ? issues(update).length === 0 : validate(update).valid;
	return [performance.now() - start, isValid];
}

async function answer({ url }, response) {
	const [name, file] = url.slice(1).split("/").map(decodeURIComponent);
	switch (file) {
		case "":
			return send(response, "text/html", "<!doctype html><title>cold start</title>");
		case "bundle.mjs":
			return send(response, "text/javascript", await readFile(bundleOf(name)));
		case "membercard.wasm":
			return send(response, "application/wasm", moduleOf(name)[0]);
		default:
			response.writeHead(404).end();
	}
}

function send(response, type, body) {
	response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
}
