/**
 * Takes screenshots of the page into a folder: both languages and themes, all sizes and states. With `--readme` it
 * takes those of the README, into `www/screenshots`.
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
		query: "&api=card-member.brand.update",
		states: ["sample", "card", "signed"],
		at: ".request-section",
	},
];
const SIZES = [
	{ width: 360, height: 740, scale: 2 },
	{ width: 390, height: 844, scale: 2 },
	{ width: 768, height: 1024 },
	{ width: 1280, height: 800 },
	{ width: 1600, height: 1000 },
];
/** An endpoint in a state. Either the full page or the first screen. */
const VIEWS = [
	{ view: "first", states: ["opened"] },
	{ view: "whole", api: "card-member.partner.create", states: ["mistakes"], fullPage: true },
	{ view: "card", api: "card-member.brand.update", states: ["sample", "card"], fullPage: true },
	{ view: "import", states: ["importing"] },
	{ view: "sheet", states: ["sheet"] },
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
		await page.$eval(at, (element) => element.scrollIntoView({ behavior: "instant" }));
	}
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shot.fullPage });
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	console.log(name, ...(beyond > 0 ? [`is ${beyond} pixels too wide`] : []), ...said);
	await closePage();
}
await close();
process.exit();

function* everything() {
	for (const size of SIZES) {
		for (const language of ["zh-CN", "en"]) {
			for (const theme of ["light", "dark"]) {
				for (const { view, api, ...shown } of VIEWS) {
					const name = [size.width, language, theme, view].join("-");
					yield { name, language, theme, query: api ? `&api=${api}` : "", ...shown, ...size };
				}
			}
		}
	}
}
