/**
 * Works the package hard for a time, prints the latencies of each kind of work and the memory held after each round,
 * and fails when memory grows.
 *
 *     node --expose-gc soak.mjs --each COUNT       so much of each kind of work in each round
 *     node --expose-gc soak.mjs --minutes MINUTES  as much as there is time for
 *
 * `--leak` makes forms instead and keeps them all, to see that the watch notices.
 */

import { createHistogram } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseArgs } from "node:util";
import { held, watchWasm } from "./memory.mjs";

/** One in three is a warm-up; the rest are compared, the later half with the earlier. */
const ROUNDS = 9;
const BLOCK = 200;
/** How much more memory may be held in the later rounds, in bytes. */
const TOLERANCE = { heap: 2e6, resident: 16e6, wasm: 0.3e6 };

const { values } = parseArgs({
	options: {
		each: { type: "string", default: "Infinity" },
		minutes: { type: "string", default: "Infinity" },
		leak: { type: "boolean", default: false },
	},
});
const each = Number(values.each);
const milliseconds = (Number(values.minutes) * 60_000) / ROUNDS;
if (!(each > 0 && milliseconds > 0) || (each === Infinity && milliseconds === Infinity)) {
	throw new TypeError("soak.mjs takes --each COUNT or --minutes MINUTES");
}

watchWasm();
const { LEAK, WAITED_FOR, WORK } = await import("./work.mjs");
const work = values.leak ? LEAK : { ...WORK, ...WAITED_FOR };
const histograms = new Map(Object.keys(work).map((name) => [name, createHistogram()]));
const counts = new Map(Object.keys(work).map((name) => [name, 0]));

const samples = [];
for (let round = 0; round < ROUNDS; round++) {
	const started = performance.now();
	for (let done = 0; done < each && performance.now() - started < milliseconds; done += BLOCK) {
		for (const name of Object.keys(work)) {
			await block(name);
			// As in a server between requests: what was collected is freed in the module when the event loop turns.
			await nextTurn();
		}
	}
	samples.push(await held());
}
printLatencies();
printMemory();
process.exitCode = grown().length > 0 ? 1 : 0;

async function block(name) {
	const act = work[name];
	const histogram = histograms.get(name);
	const before = counts.get(name);
	for (let index = 0; index < BLOCK; index++) {
		const started = performance.now();
		const promise = act(before + index);
		if (promise !== undefined) {
			await promise;
		}
		histogram.record(Math.max(1, Math.round((performance.now() - started) * 1e6)));
	}
	counts.set(name, before + BLOCK);
}

function printLatencies() {
	const shares = [50, 99, 99.9];
	console.log(
		`${"microseconds".padEnd(20)}${["count", ...shares.map((share) => `p${share}`), "max"].map(cell).join("")}`,
	);
	for (const [name, histogram] of histograms) {
		const times = [...shares.map((share) => histogram.percentile(share)), histogram.max];
		const cells = [histogram.count, ...times.map((time) => (time / 1000).toFixed(1))];
		console.log(name.padEnd(20) + cells.map(cell).join(""));
	}
}

function printMemory() {
	console.log(`\n${"held, in MB".padEnd(20)}${samples.map((_, round) => cell(round + 1)).join("")}`);
	for (const kind of Object.keys(TOLERANCE)) {
		console.log(kind.padEnd(20) + samples.map((sample) => cell((sample[kind] / 1e6).toFixed(1))).join(""));
	}
	for (const { kind, bytes } of grown()) {
		console.log(`GROWN: ${kind} by ${(bytes / 1e6).toFixed(1)} MB`);
	}
}

/** What is held more of in the last third of the rounds than in the second. */
function grown() {
	const third = ROUNDS / 3;
	const most = (kind, from) => Math.max(...samples.slice(from, from + third).map((sample) => sample[kind]));
	return Object.entries(TOLERANCE)
		.map(([kind, tolerance]) => ({ kind, tolerance, bytes: most(kind, 2 * third) - most(kind, third) }))
		.filter(({ bytes, tolerance }) => bytes > tolerance);
}

function cell(value) {
	return String(value).padStart(10);
}
