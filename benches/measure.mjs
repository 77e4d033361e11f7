/** Measures one validator in this process alone, so that no other one warms or spoils what both use. Prints JSON. */

import { measure } from "mitata";
import { corpus, TYPED } from "./lib/corpus.mjs";
import { load } from "./peers/index.mjs";

const [name, milliseconds] = process.argv.slice(2);
const { issues, allIssues, wholeJob, keystrokes } = await load(name);
const results = { whole: {}, object: {}, keystroke: {}, warnings: {} };

// The first document would pay for the compilation of what all run through, which engines do beside.
warmUp(10 * Number(milliseconds));
for (const [document, { update }] of Object.entries(corpus)) {
	const bytes = new TextEncoder().encode(JSON.stringify(update));
	results.whole[document] = await timeOf(() => wholeJob(bytes));
	results.object[document] = await timeOf(() => issues(update));
	results.keystroke[document] = await timeOf(typing(keystrokes(update)));
	if (allIssues !== undefined) {
		results.warnings[document] = await timeOf(() => allIssues(update));
	}
}
console.log(JSON.stringify(results));

function warmUp(duration) {
	const documents = Object.values(corpus).filter(({ update }) => update !== corpus.worst.update);
	const end = performance.now() + duration;
	while (performance.now() < end) {
		for (const { update } of documents) {
			wholeJob(new TextEncoder().encode(JSON.stringify(update)));
			issues(update);
			keystrokes(update)(TYPED[0]);
		}
	}
}

/** Types the next letter at each call. */
function typing(press) {
	let at = 0;
	return () => {
		at = (at + 1) % TYPED.length;
		return press(TYPED[at]);
	};
}

/**
 * The lower quartile of a call, in nanoseconds, after a warm-up. On a shared machine the median tells what else runs, and
 * so do long samples.
 */
async function timeOf(run) {
	let kept;
	const options = { min_cpu_time: Number(milliseconds) * 1e6, min_samples: 8, batch_samples: 16 };
	const { p25 } = await measure(() => {
		kept = run();
	}, options);
	if (kept === undefined) {
		throw new Error("the job came to nothing");
	}
	return p25;
}
