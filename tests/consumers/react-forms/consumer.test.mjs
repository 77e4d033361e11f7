/** The recipes for form and component libraries of React, checked by TypeScript, bundled by Vite and used in Chromium. */

import { join } from "node:path";
import { test } from "node:test";
import { testEditors } from "./card-editor.mjs";
import { unpack } from "./recipe.mjs";
import { runTool } from "./run.mjs";
import { serve } from "./visit.mjs";

const EDITORS = {
	antd: {
		item: ".ant-form-item",
		required: ".ant-form-item-required",
		picker: { day: ".ant-picker-cell-in-view", confirm: ".ant-picker-ok button" },
	},
	arco: {
		item: ".arco-form-item",
		required: ".arco-form-item-symbol",
		picker: { day: ".arco-picker-cell-in-view", confirm: ".arco-picker-btn-confirm" },
	},
	tdesign: {
		item: ".t-form__item",
		required: ".t-form__label--required",
		picker: {
			day: ".t-date-picker__cell:not(.t-date-picker__cell--additional)",
			confirm: ".t-date-picker__footer .t-button",
		},
	},
	"react-hook-form": { item: "label" },
	tanstack: { item: "label" },
};

test("a card is edited with each library", async () => {
	unpack("react", { types: "react" });
	unpack("react-components", { types: "react" });
	runTool("vite/bin/vite.js", ["build"]);
	const server = await serve(join(import.meta.dirname, "dist"));
	try {
		await testEditors(server.url, EDITORS);
	} finally {
		server.close();
	}
});
