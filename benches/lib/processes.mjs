/** Runs the measuring programs in new processes, and all validators in turn. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";

const benches = join(import.meta.dirname, "..");

/**
 * Runs a program for every name, in rounds, so a slow phase of the machine slows each program once.
 * Returns what it printed, per name and round.
 */
export function inTurn(program, names, rounds, argsOf, nodeArgs = []) {
	const printed = Object.fromEntries(names.map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const name of names) {
			const args = [...nodeArgs, join(benches, program), ...argsOf(name).map(String)];
			printed[name].push(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
		}
	}
	return printed;
}

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
