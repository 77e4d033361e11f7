/** Checks the page with axe-core in both languages and themes, all sizes and states. Exits with 1 for violations. */

import { readFileSync } from "node:fs";
import { STATES, start } from "./open.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(new URL("../../../pkg/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const { open, close } = await start();
let [looked, objections] = [0, 0];
for (const width of [360, 900, 1440]) {
	for (const language of ["zh-CN", "en"]) {
		for (const theme of ["light", "dark"]) {
			for (const state of Object.keys(STATES)) {
				const view = { language, theme, width, height: 900, states: [state], bypassCSP: true };
				const { page, said, close: closePage } = await open(view);
				await page.addScriptTag({ content: axe });
				const { violations } = await page.evaluate(
					(runOnly) => globalThis.axe.run(document, { runOnly }),
					RULES,
				);
				looked += 1;
				objections += violations.length + said.length;
				for (const { id, help, nodes } of violations) {
					console.log(
						width,
						language,
						theme,
						state,
						id,
						help,
						nodes.map(({ target }) => target.join(" ")),
					);
				}
				for (const line of said) {
					console.log(width, language, theme, state, line);
				}
				await closePage();
			}
		}
	}
}
await close();
console.log(`looked ${looked} times, ${objections} objections`);
process.exit(objections === 0 ? 0 : 1);
