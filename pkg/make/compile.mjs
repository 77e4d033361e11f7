import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compiled, GLUE, here, src } from "./folders.mjs";

/** The glue holds no declarations of its own: those of the module, and how the module reaches it. */
export function declareGlue() {
	const lines = [
		'export * from "./membercard.js";',
		"export function __wbg_set_wasm(exports: WebAssembly.Exports): void;",
	];
	writeFileSync(join(src, `${GLUE}_bg.d.ts`), `${lines.join("\n")}\n`);
}

/** Type checks the sources, and writes each as JavaScript with its declarations. */
export function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "--project", here], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(1);
	}
}
