/**
 * Takes pictures of the page to look at, into a folder: both languages and themes, phone to desk, in its states.
 * With `--readme` it takes those that README shows, into `www/screenshots`.
 *
 * Usage: node tests/browser/page/screenshots.mjs [FOLDER | --readme]
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { start } from "./open.mjs";

const README = [
	{ name: "editor", language: "zh-CN", theme: "light", width: 1440, height: 960, states: ["tooLong"] },
	{
		name: "request",
		language: "en",
		theme: "dark",
		width: 1440,
		height: 960,
		states: ["card", "signed"],
		at: ".request-section",
	},
];
const SIZES = [
	{ size: "phone", width: 360, height: 780, scale: 2 },
	{ size: "tablet", width: 900, height: 1100 },
	{ size: "desk", width: 1440, height: 900 },
];

const isReadme = process.argv[2] === "--readme";
const folder = isReadme
	? join(import.meta.dirname, "../../../www/screenshots")
	: (process.argv[2] ?? "screenshots");
mkdirSync(folder, { recursive: true });

const { open, close } = await start();
for (const { name, at, ...shot } of isReadme ? README : everything()) {
	const { page, said, close: closePage } = await open(shot);
	if (at) {
		await page.locator(at).evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
	}
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shot.fullPage });
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	console.log(name, ...(beyond > 0 ? [`is ${beyond} pixels too wide`] : []), ...said);
	await closePage();
}
await close();
process.exit();

function* everything() {
	for (const { size, ...dimensions } of SIZES) {
		for (const language of ["zh-CN", "en"]) {
			for (const theme of ["light", "dark"]) {
				for (const states of [["sample"], ["mistakes"], ["empty"], ["card"], ["importing"], ["sheet"]]) {
					const name = [size, language, theme, ...states].join("-");
					const fullPage = !["importing", "sheet"].includes(states[0]);
					yield { name, language, theme, states, fullPage, ...dimensions };
				}
			}
		}
	}
}
