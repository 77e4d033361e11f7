/** What no other case compiles is checked here: the script of the plain page. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { write } from "../recipe.mjs";
import { installed, runTool } from "../run.mjs";

const compilerOptions = {
	strict: true,
	noUncheckedIndexedAccess: true,
	skipLibCheck: true,
	noEmit: true,
	allowJs: true,
	checkJs: true,
	target: "es2022",
	module: "esnext",
	moduleResolution: "bundler",
	lib: ["es2023", "dom", "dom.iterable"],
	types: [],
	paths: { "/wechatpay-membercard/*": [installed("wechatpay-membercard/dist/form/*")] },
};

test("the types of the plain page's script", () => {
	const config = join(write("plain-form"), "tsconfig.json");
	writeFileSync(config, JSON.stringify({ compilerOptions, include: ["card.js"] }));
	runTool("typescript-7/bin/tsc", ["--project", config]);
});
