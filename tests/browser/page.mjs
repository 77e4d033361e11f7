/** User actions and observations on a page. */

import assert from "node:assert/strict";
import { TEST_FILES } from "./server.mjs";

/** Opens a page and waits until it is ready: `data-ready` on any element. */
export async function openPage(browser, url) {
	browser.errors();
	await browser.goto(url);
	await until(browser, () => document.querySelector("[data-ready]") !== null);
}

/** Waits until a function of the page returns something true. */
export async function until(browser, condition, ...args) {
	for (let tries = 0; tries < 200; tries++) {
		if (await browser.evaluate(condition, ...args)) {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	assert.fail(`in vain: ${condition}, ${JSON.stringify(args)}`);
}

/** Clicks the middle of an element. Fails if something else covers it. */
export async function click(browser, selector) {
	let point;
	for (let tries = 0; tries < 20 && !point?.isFree; tries++) {
		point = await browser.evaluate(middleOf, selector);
	}
	assert.ok(point.isFree, `${point.there} lies over ${selector}`);
	await browser.clickAt(point.x, point.y);
}

/** Scrolls to an element. Returns its middle and the element there. Runs in the page. */
async function middleOf(selector) {
	const element = document.querySelector(selector);
	element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
	const { left, top, width, height } = element.getBoundingClientRect();
	const [x, y] = [left + width / 2, top + height / 2];
	const there = document.elementFromPoint(x, y);
	return { x, y, isFree: element.contains(there), there: there?.outerHTML.slice(0, 200) ?? "nothing" };
}

/** Copies a text to the clipboard and pastes it into a control. */
export async function paste(browser, selector, text) {
	await browser.evaluate((text) => {
		const source = document.createElement("textarea");
		source.id = "copied-from";
		source.value = text;
		(document.querySelector("dialog[open]") ?? document.body).append(source); // Else it would be inert.
		source.focus();
	}, text);
	await browser.key("Control+a");
	await browser.key("Control+c");
	await browser.evaluate(() => document.querySelector("#copied-from").remove());
	await enter(browser, selector);
	await browser.key("Control+v");
	const isThere = (text) => document.activeElement.value.includes(text);
	await until(browser, isThere, text); // Browsers read the clipboard asynchronously.
}

async function enter(browser, selector) {
	await click(browser, selector);
	const isIn = await browser.evaluate((selector) => document.activeElement.matches(selector), selector);
	assert.ok(isIn, `${selector} has not got the focus`);
}

/** Selects the content of a control and types over it. */
export async function retype(browser, selector, text) {
	await enter(browser, selector);
	await browser.key("Control+a");
	await browser.key("Backspace");
	await browser.type(text);
}

/** Errors of the page. */
export async function errorsOf(browser) {
	const inPage = await browser.evaluate(() => globalThis.pageErrors.splice(0));
	return [...browser.errors(), ...inPage];
}

/** Fails if axe-core finds a violation. */
export async function assertAccessible(browser, options = {}) {
	await browser.evaluate(
		(url) =>
			globalThis.axe === undefined &&
			new Promise((resolve, reject) => {
				const script = Object.assign(document.createElement("script"), {
					src: url,
					onload: resolve,
					onerror: reject,
				});
				document.head.append(script);
			}).then(() => {}),
		`${TEST_FILES}axe.js`,
	);
	const violations = await browser.evaluate(async (options) => {
		await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
		const { violations } = await globalThis.axe.run(document, options);
		return violations.map(
			({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
		);
	}, options);
	assert.deepEqual(violations, []);
}
