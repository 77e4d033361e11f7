import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { compiled, here } from "./folders.mjs";

/** Type checks the sources, and writes each as JavaScript with its declarations. */
export function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "--project", here], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(1);
	}
}
