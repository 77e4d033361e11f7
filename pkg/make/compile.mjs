import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compiled, here, src } from "./folders.mjs";

/** Type-checks the sources, and writes each as JavaScript with declarations. */
export function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "--project", here], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(1);
	}
	copyFileSync(join(src, "generated/glue.js"), join(compiled, "generated/glue.js"));
}
