/** Whether the peers say what the package says. Run alone, it prints every difference. */

import { bundle } from "./lib/bundles.mjs";
import { plainCases } from "./lib/cases.mjs";
import { corpus } from "./lib/corpus.mjs";
import { load, NAMES, OURS } from "./peers/index.mjs";

/** Compares every peer with the package, on the corpus and on the project's cases. */
export async function compareAll() {
	const ours = await load(OURS);
	const inputs = [
		...Object.entries(corpus).map(([name, { update }]) => ({
			name: `corpus: ${name}`,
			update,
			isMeasured: true,
		})),
		...plainCases(),
	];
	const judged = inputs.map((input) => ({
		...input,
		errors: unique(ours.pointers(ours.issues(input.update))),
	}));
	const peers = {};
	for (const name of NAMES.filter((name) => name !== OURS)) {
		peers[name] = compare(await load(name), ours, judged);
	}
	return { inputs: inputs.length, peers };
}

function compare(peer, ours, judged) {
	const differences = { verdicts: [], fields: [], jobs: [] };
	for (const { name, update, isMeasured, errors } of judged) {
		const found = peer.issues(update);
		const pointers = unique(peer.pointers(found));
		if (found.length > 0 !== errors.length > 0) {
			differences.verdicts.push({ name, ...apart(errors, pointers), isMeasured });
		} else if (String(pointers) !== String(errors)) {
			differences.fields.push({ name, ...apart(errors, pointers), isMeasured });
		} else if (isMeasured && errors.length === 0) {
			const bytes = new TextEncoder().encode(JSON.stringify(update));
			const [message, expected] = [peer.wholeJob(bytes), ours.wholeJob(bytes)];
			if (message !== expected) {
				differences.jobs.push({ name, message, expected, isMeasured });
			}
		}
	}
	return differences;
}

/** The fields that only one of the two reports. */
function apart(errors, pointers) {
	return {
		missing: errors.filter((pointer) => !pointers.includes(pointer)),
		extra: pointers.filter((pointer) => !errors.includes(pointer)),
	};
}

function unique(pointers) {
	return [...new Set(pointers)].sort();
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
	await bundle();
	const { inputs, peers } = await compareAll();
	console.log(`${inputs} inputs`);
	for (const [name, differences] of Object.entries(peers)) {
		for (const [kind, rows] of Object.entries(differences)) {
			console.log(`\n${name}: ${rows.length} other ${kind}`);
			for (const row of rows) {
				console.log(`  ${JSON.stringify(row).slice(0, 600)}`);
			}
		}
	}
}
