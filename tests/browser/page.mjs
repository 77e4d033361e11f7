/** What a person does on a page and sees there, in words that the tests share. */

import assert from "node:assert/strict";
import { TEST_FILES } from "./server.mjs";

/** Opens a page and waits until it says that it is ready: `data-ready`, on any element. */
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

/** Puts a text into the clipboard as a person does, and pastes it into the control. */
export async function paste(browser, selector, text) {
	await browser.evaluate((text) => {
		const source = document.createElement("textarea");
		source.id = "copied-from";
		source.value = text;
		document.body.append(source);
		source.focus();
	}, text);
	await browser.key("Control+a");
	await browser.key("Control+c");
	await browser.evaluate(() => document.querySelector("#copied-from").remove());
	await browser.click(selector);
	await browser.key("Control+v");
}

/** Selects all that a control holds, and types over it. */
export async function retype(browser, selector, text) {
	await browser.click(selector);
	await browser.key("Control+a");
	await browser.key("Backspace");
	await browser.type(text);
}

/** Whatever went wrong on the page without anybody seeing it. */
export async function errorsOf(browser) {
	const inPage = await browser.evaluate(() => globalThis.pageErrors.splice(0));
	return [...browser.errors(), ...inPage];
}

/** Fails if axe-core finds a violation. */
export async function assertAccessible(browser, options = {}) {
	await browser.evaluate(
		(url) =>
			globalThis.axe ||
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
		const { violations } = await globalThis.axe.run(document, options);
		return violations.map(
			({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
		);
	}, options);
	assert.deepEqual(violations, []);
}
