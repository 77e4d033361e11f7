/** The types, read by TypeScript from the oldest to the newest that the README names. */

import { test } from "node:test";
import { runTool } from "./run.mjs";

/** Each version, and the projects that it checks. Its name is that of its folder. */
const CHECKED = {
	typescript: ["nodenext", "bundler", "forms", "nonces"],
	"typescript-5.9": ["node"],
	"typescript-4.7": ["node", "node16"],
};

for (const [version, projects] of Object.entries(CHECKED)) {
	for (const name of projects) {
		test(`${version}: ${name}`, () => runTool(`${version}/bin/tsc`, ["--project", `tsconfig.${name}.json`]));
	}
}
