/**
 * Three real engines behind one small interface: `goto`, `resize`, `evaluate`, `clickAt`, `type`, `key` ("Shift+Tab"),
 * `compose` and `settle` (an input method's text), `screenshot`, `errors`, `close`, and `version`.
 */

import { after, before, describe, test } from "node:test";
import { chromium, firefox } from "./puppeteer.mjs";
import { webkit } from "./webkit.mjs";

// A run that takes too long is ended so; whatever was opened closes at exit.
process.once("SIGTERM", () => process.exit(1));

export const ENGINES = { chromium, firefox, webkit };

/** No test, and no engine, is waited for longer than this. */
const TIMEOUT = 60_000;

/**
 * Runs the same tests in every engine. `tests` is given what stands for the browser, and a function that adds a test.
 * BROWSERS=chromium,webkit chooses among them; an engine that is missing fails.
 */
export function inEveryEngine(tests) {
	const chosen = process.env.BROWSERS?.split(",") ?? Object.keys(ENGINES);
	for (const name of chosen) {
		describe(name, { timeout: TIMEOUT * 3 }, () => {
			const browser = { name };
			before(
				async () => {
					Object.assign(browser, await ENGINES[name]());
					console.log(`${name}: ${browser.version}`);
				},
				{ timeout: TIMEOUT },
			);
			after(() => browser.close?.(), { timeout: TIMEOUT });
			tests(browser, (title, run) => test(title, { timeout: TIMEOUT }, run));
		});
	}
}
