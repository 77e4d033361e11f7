/** Runs the measuring programs, each time in a process of its own, and all validators in turn. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";

const benches = join(import.meta.dirname, "..");

/**
 * Runs a program for every name, so many rounds: whatever slows the machine for a while slows each of them once.
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
