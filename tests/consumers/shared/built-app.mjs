/** What a framework builds: a server that renders pages, and these pages. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { runTool } from "./run.mjs";
import { ALL, FORM } from "./scenario.mjs";
import { visit } from "./visit.mjs";

const TRIES = 200;

/**
 * Builds the project with an installed tool, and runs the server that comes of it. The project has a page that the server
 * renders, with what it refused in a `p`, and that notes what it came to in the browser; `/api`, which notes what the server
 * came to; and perhaps other pages, which note the same in the browser.
 */
export function testApp(framework, { build: [tool, ...args], server, env, otherPages = [] }) {
	test(`${framework} builds a server and pages`, async () => {
		runTool(tool, args, env);
		await running(server, env, async (origin) => {
			const api = await fetch(`${origin}/api`);
			assert.deepEqual(await api.json(), ALL);
			const page = await (await fetch(origin)).text();
			assert.ok(page.includes(FORM.refused), page);
			await visit(origin, async (page) => {
				assert.deepEqual(await page.eventually(() => globalThis.used), FORM);
				for (const path of otherPages) {
					await page.goto(origin + path);
					assert.deepEqual(await page.eventually(() => globalThis.used), FORM);
				}
			});
		});
	});
}

/** Runs a server with Node.js, whose port is in `PORT`, while a function uses it. */
export async function running(args, env, use) {
	const port = String(await freePort());
	const server = spawn(process.execPath, args, {
		cwd: import.meta.dirname,
		env: { ...process.env, ...env, PORT: port },
		stdio: ["ignore", "ignore", "inherit"],
	});
	try {
		const origin = `http://localhost:${port}`;
		await answering(origin);
		return await use(origin);
	} finally {
		server.kill();
	}
}

async function freePort() {
	const listener = createServer().listen(0, "127.0.0.1");
	await once(listener, "listening");
	const { port } = listener.address();
	listener.close();
	await once(listener, "close");
	return port;
}

async function answering(origin) {
	for (let tries = 0; tries < TRIES; tries++) {
		if (await fetch(origin).catch(() => undefined)) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	assert.fail("the server does not answer");
}
