/**
 * Opens the page in Chromium, as a person would see it.
 *
 * `playwright-core` and `axe-core` are looked for beside the package, and then in NODE_PATH; the browser is the one that
 * CHROMIUM names, or the system's.
 */

import { createRequire } from "node:module";
import { serve } from "../../../www/serve.mjs";

export const { resolve: find } = createRequire(new URL("../../../pkg/package.json", import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];

/** What can be done before looking. */
export const STATES = {
	sample: async () => {},
	mistakes: (page) => page.locator(".start-row .chip").nth(2).click(),
	empty: (page) => page.locator(".start-row .chip").nth(3).click(),
	tooLong: async (page, language) => {
		const title = page.locator("#field-title");
		await title.fill("");
		await title.pressSequentially(language === "en" ? "Hill Tea House" : "山前茶事春日限定会员卡");
		await title.blur();
	},
	card: async (page) => {
		await page.locator(".current-card .button").first().click();
		await page.locator("#card-text").waitFor();
		await page.locator(".json-box + .button").click();
		await page.locator(".dialog-foot .primary").click();
	},
	importing: async (page) => {
		await page.locator(".start-row > .button:not(.chip)").first().click();
		await page
			.locator("#import-text")
			.fill('{\n  "title": "山前茶事春日限定会员卡",\n  "code_type": "QR_CODE"\n}');
	},
	opening: (page) => page.locator("#tab-preview-form").click(),
	signed: async (page) => {
		await page.locator(".sign-buttons .primary:enabled").click();
		await page.locator(".signed").waitFor();
	},
	sheet: async (page) => {
		await STATES.mistakes(page);
		if (await page.locator("#issue-toggle").isVisible()) {
			await page.locator("#issue-toggle").click();
		}
	},
};

/** Serves the page and starts the browser. `open` opens a page of its own; `close` ends both. */
export async function start() {
	const { chromium } = await import(find("playwright-core")).then((module) => module.default ?? module);
	const server = await serve({ port: 0 });
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: FLAGS,
	});

	/** Opens the page in a language, theme and size, brings it into states, and collects what the console says. */
	async function open({ language, theme, width, height, scale = 1, states = [], bypassCSP = false }) {
		const context = await browser.newContext({
			viewport: { width, height },
			colorScheme: theme,
			deviceScaleFactor: scale,
			reducedMotion: "reduce",
			bypassCSP,
		});
		const page = await context.newPage();
		const said = [];
		page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => said.push(String(error)));
		await page.goto(`${server}?lang=${language}`);
		await page.locator("body[data-ready]").waitFor();
		for (const state of states) {
			await STATES[state](page, language);
		}
		await page.waitForTimeout(300);
		return { page, said, close: () => context.close() };
	}

	return { open, close: () => browser.close() };
}
