/** Measures one validator in this process alone, so that no other one warms or spoils what both use. Prints JSON. */

import { measure } from "mitata";
import { corpus, TYPED } from "./lib/corpus.mjs";
import { load } from "./peers/index.mjs";

const [name, milliseconds] = process.argv.slice(2);
const { issues, wholeJob, keystrokes } = await load(name);
const results = { whole: {}, object: {}, keystroke: {} };

for (const [document, { update }] of Object.entries(corpus)) {
	const bytes = new TextEncoder().encode(JSON.stringify(update));
	results.whole[document] = await median(() => wholeJob(bytes));
	results.object[document] = await median(() => issues(update));
	results.keystroke[document] = await median(typing(keystrokes(update)));
}
console.log(JSON.stringify(results));

/** Types the next letter at each call. */
function typing(press) {
	let at = 0;
	return () => {
		at = (at + 1) % TYPED.length;
		return press(TYPED[at]);
	};
}

/** The median of a call, in nanoseconds, after a warm-up. */
async function median(run) {
	let kept;
	const options = { min_cpu_time: Number(milliseconds) * 1e6, min_samples: 8, warmup_samples: 8 };
	const { p50 } = await measure(() => {
		kept = run();
	}, options);
	if (kept === undefined) {
		throw new Error("the job came to nothing");
	}
	return p50;
}
