/** What no other case compiles is checked here: pages and components. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";
import { installed, runTool } from "../run.mjs";

const STRICT = { strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true, noEmit: true };
const ON_PAGES = {
	target: "es2022",
	module: "esnext",
	moduleResolution: "bundler",
	lib: ["es2023", "dom", "dom.iterable"],
};

function check(folder, tool, options, include) {
	const config = join(folder, "tsconfig.json");
	const compilerOptions = { ...STRICT, ...ON_PAGES, types: [], ...options };
	writeFileSync(config, JSON.stringify({ compilerOptions, include }));
	runTool(tool, ["--project", config]);
}

test("the types of the component for Vue", () => {
	check(unpack("vue"), "vue-tsc/bin/vue-tsc.js", {}, ["*.vue"]);
});

test("the types of the plain page's script", () => {
	const paths = { "/wechatpay-membercard/*": [installed("wechatpay-membercard/dist/form/*")] };
	check(unpack("plain-form"), "typescript-7/bin/tsc", { allowJs: true, checkJs: true, paths }, ["card.js"]);
});
