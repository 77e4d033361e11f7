/** The recipes for form and component libraries of React, checked by TypeScript, bundled by Vite and used in Chromium. */

import { join } from "node:path";
import { test } from "node:test";
import { ANT_DESIGN, ARCO_DESIGN, TDESIGN, testEditors } from "./card-editor.mjs";
import { unpack } from "./recipe.mjs";
import { runTool } from "./run.mjs";
import { serve } from "./visit.mjs";

const EDITORS = {
	antd: ANT_DESIGN,
	arco: { ...ARCO_DESIGN, required: ".arco-form-item-symbol" },
	tdesign: TDESIGN,
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
