/** Chromium through its own protocol, Firefox through WebDriver BiDi. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "../../../pkg/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";
import { composeInPage, settleAsFirefox } from "./composition.mjs";
import { findProgram } from "./find.mjs";

const CHROMIUM_FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-dev-shm-usage",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const TIMEOUT = 30_000;

export async function chromium() {
	return open(
		{ browser: "chrome", args: CHROMIUM_FLAGS },
		findProgram("chromium", "chromium-browser", "google-chrome"),
		chromiumsInputMethod,
	);
}

export async function firefox() {
	return open(
		{ browser: "firefox", protocol: "webDriverBiDi" },
		findProgram("firefox-esr", "firefox"),
		(page) => ({
			compose: (text) => page.evaluate(composeInPage, text),
			settle: (text) => page.evaluate(settleAsFirefox, text),
		}),
	);
}

async function chromiumsInputMethod(page) {
	const session = await page.createCDPSession();
	return {
		compose: (text) =>
			session.send("Input.imeSetComposition", {
				text,
				selectionStart: text.length,
				selectionEnd: text.length,
			}),
		settle: (text) => session.send("Input.insertText", { text }),
	};
}

async function open(options, executablePath, inputMethodOf) {
	const userDataDir = mkdtempSync(join(tmpdir(), "wechatpay-membercard-browser-"));
	const browser = await puppeteer.launch({
		...options,
		executablePath,
		userDataDir,
		headless: true,
		timeout: TIMEOUT,
		protocolTimeout: TIMEOUT,
	});
	const page = await browser.newPage(); // Firefox sends focus events to this one, but not to the one it opens with.
	page.setDefaultTimeout(TIMEOUT);
	const errors = [];
	page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
	page.on("pageerror", (error) => errors.push(String(error)));
	const inputMethod = await inputMethodOf(page);
	return {
		version: (await browser.version()).replace("/", " "),
		goto: (url) => page.goto(url),
		resize: (width, height) => page.setViewport({ width, height }),
		evaluate: (run, ...args) => page.evaluate(run, ...args),
		clickAt: (x, y) => page.mouse.click(x, y),
		type: (text) => page.keyboard.type(text),
		async key(name) {
			const keys = name.split("+");
			for (const key of keys.slice(0, -1)) {
				await page.keyboard.down(key);
			}
			await page.keyboard.press(keys.at(-1));
			for (const key of keys.slice(0, -1).reverse()) {
				await page.keyboard.up(key);
			}
		},
		compose: inputMethod.compose,
		settle: inputMethod.settle,
		screenshot: (path) => page.screenshot({ path, fullPage: true }),
		/** The errors that the browser has logged since it was last asked. */
		errors: () => errors.splice(0),
		async close() {
			await browser.close();
			rmSync(userDataDir, { recursive: true, force: true });
		},
	};
}
