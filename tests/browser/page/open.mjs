/** Opens the page in Chromium, as a person would see it: the browser that CHROMIUM names, or the system's. */

import puppeteer from "../../../pkg/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";
import { serve } from "../../../www/serve.mjs";
import { findProgram } from "../engines/find.mjs";

const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const TITLE = { "zh-CN": "山前茶事春日限定会员卡", en: "Hill Tea House" };

/** What can be done before looking. */
export const STATES = {
	opened: async () => {},
	sample: (page) => press(page, ".start-row .chip:nth-of-type(1)"),
	mistakes: (page) => press(page, ".start-row .chip:nth-of-type(3)"),
	empty: (page) => press(page, ".start-row .chip:nth-of-type(4)"),
	tooLong: async (page, language) => {
		await page.$eval("#field-title", (title) => title.select());
		await page.type("#field-title", TITLE[language]);
		await page.keyboard.press("Tab");
	},
	card: async (page) => {
		await press(page, ".current-card .button");
		await page.waitForSelector("#card-text");
		await press(page, ".json-box + .button");
		await press(page, ".dialog-foot .primary");
	},
	importing: async (page) => {
		await press(page, ".start-row > .button:has(.icon-paste)");
		await page.waitForSelector("#import-text");
		await page.type("#import-text", '{\n"title": "山前茶事春日限定会员卡",\n"code_type": "QR_CODE"\n}');
	},
	opening: (page) => press(page, "#tab-preview-form"),
	signed: async (page) => {
		await press(page, ".sign-buttons .primary:enabled");
		await page.waitForSelector(".signed");
	},
	sheet: async (page) => {
		await STATES.mistakes(page);
		await page.$eval("#issue-toggle", (toggle) => toggle.checkVisibility() && toggle.click());
	},
};

/** Presses what a selector finds, once it is there. */
async function press(page, selector) {
	await page.waitForSelector(selector);
	await page.$eval(selector, (element) => element.click());
}

/** Serves the page and starts the browser. `open` opens a page of its own; `close` ends both. */
export async function start() {
	const server = await serve({ port: 0 });
	const browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM ?? findProgram("chromium", "chromium-browser", "google-chrome"),
		args: FLAGS,
		headless: true,
	});

	/** Opens the page in a language, theme and size, brings it into states, and collects what the console says. */
	async function open({
		language,
		theme,
		width,
		height,
		scale = 1,
		query = "",
		states = [],
		bypassCSP = false,
	}) {
		const context = await browser.createBrowserContext();
		const page = await context.newPage();
		await page.setViewport({ width, height, deviceScaleFactor: scale });
		await page.emulateMediaFeatures([
			{ name: "prefers-color-scheme", value: theme },
			{ name: "prefers-reduced-motion", value: "reduce" },
		]);
		await page.setBypassCSP(bypassCSP);
		const said = [];
		page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => said.push(String(error)));
		await page.goto(`${server}?lang=${language}${query}`);
		await page.waitForSelector("body[data-ready]");
		for (const state of states) {
			await STATES[state](page, language);
		}
		await new Promise((resolve) => setTimeout(resolve, 300));
		return { page, said, close: () => context.close() };
	}

	return { open, close: () => browser.close() };
}
