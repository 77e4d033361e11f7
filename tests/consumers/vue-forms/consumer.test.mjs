/** The recipes for form and component libraries of Vue, checked by TypeScript, bundled by Vite and used in Chromium. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ANT_DESIGN, ARCO_DESIGN, TDESIGN, testEditors } from "./card-editor.mjs";
import { write } from "./recipe.mjs";
import { runTool } from "./run.mjs";
import { POLICY, serve } from "./visit.mjs";

const EDITORS = {
	"element-plus": {
		item: ".el-form-item",
		required: ".is-required *",
		picker: { day: ".el-date-table td.available", confirm: ".el-picker-panel__footer .is-plain" },
	},
	naive: {
		item: ".n-form-item",
		required: ".n-form-item-label__asterisk",
		picker: {
			day: ".n-date-panel-date:not(.n-date-panel-date--excluded)",
			confirm: ".n-date-panel-actions .n-button--primary-type",
		},
	},
	"ant-design-vue": ANT_DESIGN,
	arco: { ...ARCO_DESIGN, required: ".arco-form-item-label-required-symbol" },
	tdesign: TDESIGN,
	vant: { item: ".van-field", required: ".van-field__label--required" },
	"vee-validate": { item: "label" },
};
/** Vant has its icons in its style sheet. */
const WITH_FONTS = `${POLICY}; font-src data:`;
const STRICT = { strict: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, skipLibCheck: true };
const ON_PAGES = {
	target: "es2022",
	module: "esnext",
	moduleResolution: "bundler",
	lib: ["es2023", "dom", "dom.iterable"],
	types: [],
	noEmit: true,
};

test("a card is edited with each library", async () => {
	write("vue");
	write("vue-components");
	const config = join(import.meta.dirname, "unpacked/tsconfig.json");
	const compilerOptions = { ...STRICT, ...ON_PAGES };
	writeFileSync(config, JSON.stringify({ compilerOptions, include: ["**/*.vue", "**/*.ts"] }));
	runTool("vue-tsc/bin/vue-tsc.js", ["--project", config]);
	runTool("vite/bin/vite.js", ["build"]);
	const server = await serve(join(import.meta.dirname, "dist"), WITH_FONTS);
	try {
		await testEditors(server.url, EDITORS);
	} finally {
		server.close();
	}
});
