/** WebKitGTK through its own driver, on a virtual screen. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { composeInPage, settleAsSafari } from "./composition.mjs";
import { findMiniBrowser, findProgram } from "./find.mjs";
import { openSession } from "./webdriver.mjs";

const TRIES = 100;

export async function webkit() {
	const binary = findMiniBrowser();
	const screen = await openScreen();
	const port = await freePort();
	const driver = spawn(findProgram("WebKitWebDriver"), ["-p", String(port)], {
		stdio: "ignore",
		env: {
			...process.env,
			DISPLAY: screen.display,
			GDK_BACKEND: "x11",
			LIBGL_ALWAYS_SOFTWARE: "1",
			NO_AT_BRIDGE: "1",
			// Its sandbox needs rights that containers do not give; only pages of this repository are opened.
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
		},
	});
	const stop = () => {
		driver.kill();
		screen.close();
	};
	process.once("exit", stop);
	try {
		const session = await connect(`http://127.0.0.1:${port}`, binary);
		return browser(session, stop);
	} catch (error) {
		stop();
		throw error;
	}
}

function browser(session, stop) {
	return {
		version: `WebKitGTK ${session.capabilities.browserVersion}`,
		goto: (url) => session.post("url", { url }),
		resize: (width, height) => session.post("window/rect", { width, height }),
		evaluate: (run, ...args) => session.evaluate(run, ...args),
		clickAt: (x, y) => session.clickAt(x, y),
		type: (text) => session.type(text),
		key: (name) => session.key(name),
		compose: (text) => session.evaluate(composeInPage, text),
		settle: (text) => session.evaluate(settleAsSafari, text),
		/** The whole page: the driver takes what the window shows, so the window is made as high as the page. */
		async screenshot(path) {
			const { width, height } = await session.get("window/rect");
			const hidden = await session.evaluate(
				() => document.documentElement.scrollHeight - document.documentElement.clientHeight,
			);
			await session.post("window/rect", { width, height: height + hidden });
			await session.evaluate(drawn);
			writeFileSync(path, Buffer.from(await session.get("screenshot"), "base64"));
			await session.post("window/rect", { width, height });
		},
		/** This driver does not report the browser's log. The page records errors itself. */
		errors: () => [],
		async close() {
			await session.close().catch(() => {});
			stop();
		},
	};
}

/** Waits until the page has been drawn. Runs in the page. */
function drawn() {
	return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

async function connect(origin, binary) {
	const browserOptions = { binary, args: ["--automation"] };
	for (let tries = 1; ; tries++) {
		try {
			return await openSession(origin, {
				alwaysMatch: { "webkitgtk:browserOptions": browserOptions },
			});
		} catch (error) {
			if (tries === TRIES || error.cause?.code !== "ECONNREFUSED") {
				throw error;
			}
			await wait(100);
		}
	}
}

/** Starts an X server, which picks its own number. */
async function openScreen() {
	const server = spawn(
		findProgram("Xvfb"),
		["-displayfd", "3", "-screen", "0", "1400x6000x24", "-nolisten", "tcp"],
		{ stdio: ["ignore", "ignore", "ignore", "pipe"] },
	);
	const [number] = await Promise.race([
		once(server.stdio[3], "data"),
		once(server, "exit").then(() => {
			throw new Error("Xvfb ended");
		}),
	]);
	return { display: `:${String(number).trim()}`, close: () => server.kill() };
}

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}
