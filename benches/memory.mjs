/** Prints how many bytes the process grew by over many validations, after a warm-up. Needs `--expose-gc`. */

import { corpus } from "./lib/corpus.mjs";
import { load } from "./peers/index.mjs";

const [name, times] = process.argv.slice(2);
const { wholeJob } = await load(name);
// The worst case takes as long as hundreds of others.
const documents = Object.values(corpus).filter(({ update }) => update !== corpus.worst.update);
const inputs = documents.map(({ update }) => new TextEncoder().encode(JSON.stringify(update)));

run(Math.min(Number(times), 100_000));
const before = resident();
run(Number(times));
console.log(resident() - before);

function run(times) {
	for (let index = 0; index < times; index++) {
		wholeJob(inputs[index % inputs.length]);
	}
}

function resident() {
	globalThis.gc();
	globalThis.gc();
	return process.memoryUsage.rss();
}
