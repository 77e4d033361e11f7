/** Measures the built package beside its peers: `node bench.mjs [--quick] [--native] [--validations N]`. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { BUNDLED, bundle, fileOf, tryBundles } from "./lib/bundles.mjs";
import { chart } from "./lib/chart.mjs";
import { coldStarts } from "./lib/chromium.mjs";
import { corpus } from "./lib/corpus.mjs";
import { reach } from "./lib/goals.mjs";
import { native } from "./lib/native.mjs";
import { inTurn, median } from "./lib/processes.mjs";
import { writeReadmes } from "./lib/readme.mjs";
import { report } from "./lib/report.mjs";
import { mapValues, row } from "./lib/results.mjs";
import { NAMES, OURS } from "./peers/index.mjs";
import { compareAll } from "./sameness.mjs";

const { values: options } = parseArgs({
	options: {
		quick: { type: "boolean", default: false },
		native: { type: "boolean", default: false },
		validations: { type: "string" },
	},
});
const { quick } = options;
const ROOT = join(import.meta.dirname, "..");
const rounds = quick ? 1 : 5;
const milliseconds = quick ? 10 : 100;
const coldRounds = quick ? 3 : 15;
const validations = Number(options.validations ?? (quick ? 10_000 : 1_000_000));
if (!Number.isSafeInteger(validations) || validations < 1) {
	throw new TypeError("--validations takes a number of validations");
}

/** What a peer cannot express. README.md gives the reasons. */
const KNOWN = new Set(["zod: attacks.json: __proto__ as a value"]);

const sizes = await bundle();
await tryBundles();
const same = await compareAll();
refuseOtherWork(same);
const rows = [
	...throughput(),
	coldStart(),
	await coldStartInPage(),
	...downloads(),
	...(options.native ? inRust() : []),
];
const results = {
	about: "one run on a shared two-core machine; ratios are multiples of the package's own value",
	node: process.versions.node,
	quick,
	same,
	goals: reach(rows),
	rows,
	memory: { validations, bytes: memory() },
};
console.log(report(results));
write(results);

/** Nothing is measured unless all say the same of what is measured, and of the cases but for the known ones. */
function refuseOtherWork({ peers }) {
	const refused = Object.entries(peers).flatMap(([name, { verdicts, jobs }]) =>
		[...verdicts, ...jobs].map((input) => `${name}: ${input.name}`).filter((text) => !KNOWN.has(text)),
	);
	if (refused.length > 0) {
		throw new Error(`the same work is asked for, but these differ:\n${refused.join("\n")}`);
	}
}

function throughput() {
	tell("throughput");
	// Without it mitata would allocate a gigabyte to have the garbage collected.
	const nodeArgs = ["--expose-gc"];
	const runs = inTurn("measure.mjs", NAMES, rounds, (name) => [name, milliseconds], nodeArgs);
	const rows = (measure, runs) =>
		Object.entries(corpus).map(([key, { about }]) => {
			const medians = mapValues(runs, (times) => median(times.map((time) => time[measure][key])));
			return { key, ...row(measure, about, "ns", medians) };
		});
	return [
		...["whole", "object", "keystroke"].flatMap((measure) => rows(measure, runs)),
		...rows("warnings", { [OURS]: runs[OURS] }),
	];
}

/** From the installed packages, as a program has them; ajv's own code from its bundle. */
function coldStart() {
	tell("cold start");
	const runs = inTurn("cold.mjs", BUNDLED, coldRounds, (name) => [pathToFileURL(fileOf(name))]);
	return coldRow("node", "Node.js", runs);
}

/** As a page has them: bundled, from a server on loopback. */
async function coldStartInPage() {
	tell("cold start in Chromium");
	const runs = await coldStarts(BUNDLED, coldRounds);
	return coldRow("chromium", "Chromium, bundled, from loopback", runs);
}

/** From milliseconds. */
function coldRow(key, about, runs) {
	const medians = mapValues(runs, (times) => median(times) * 1e6);
	return { key, ...row("cold", about, "ns", medians) };
}

function downloads() {
	return ["minified", "gzip", "brotli"].map((key) => ({
		key,
		...row(
			"download",
			key,
			"B",
			mapValues(sizes, (size) => size[key]),
		),
	}));
}

function inRust() {
	tell("native Rust");
	const documents = native(milliseconds, rounds);
	return Object.entries(corpus).map(([key, { about }]) => ({
		key,
		...row("native", about, "ns", documents[key]),
	}));
}

function memory() {
	tell("memory");
	const runs = inTurn("memory.mjs", NAMES, 1, (name) => [name, validations], ["--expose-gc"]);
	return mapValues(runs, ([bytes]) => bytes);
}

/** A quick run proves that all works, and leaves what README shows alone. */
function write(results) {
	const folder = join(import.meta.dirname, quick ? "build" : ".");
	writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, undefined, "\t")}\n`);
	writeFileSync(join(folder, "chart.svg"), chart(results.rows));
	writeReadmes(results.rows, quick ? folder : ROOT);
	const files = "results.json, chart.svg, and the figures in the tables of README.md and README.zh-CN.md";
	console.log(`written${quick ? " to benches/build" : ""}: ${files}`);
}

function tell(what) {
	console.error(`measuring: ${what}`);
}
