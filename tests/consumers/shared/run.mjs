/** Runs the programs that a fixture's packages bring. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

const HERE = import.meta.dirname;
const TIMEOUT = 180_000;

/** Runs a program in the fixture's folder and returns what it printed. Fails if the program does. */
export function run(program, args, env = {}) {
	const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
		cwd: HERE,
		encoding: "utf8",
		timeout: TIMEOUT,
		env: { ...process.env, ...env },
	});
	if (status !== 0) {
		const ending = error ?? signal ?? `status ${status}`;
		throw new Error(`${program} ${args.join(" ")}: ${ending}\n${stdout}\n${stderr}`);
	}
	return stdout;
}

/** Runs a file of an installed package with Node. */
export function runTool(file, args, env) {
	return run(process.execPath, [installed(file), ...args], env);
}

/** Where a file of an installed package is. */
export function installed(file) {
	return join(HERE, "node_modules", file);
}
