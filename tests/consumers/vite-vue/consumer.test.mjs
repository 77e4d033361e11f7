import { join } from "node:path";
import { test } from "node:test";
import { runTool } from "./run.mjs";
import { useTitleForm } from "./title-form.mjs";
import { serve, visit } from "./visit.mjs";

test("Vite bundles it for VeeValidate", async () => {
	runTool("vite/bin/vite.js", ["build"]);
	const server = await serve(join(import.meta.dirname, "dist"));
	try {
		await visit(server.url, useTitleForm);
	} finally {
		server.close();
	}
});
